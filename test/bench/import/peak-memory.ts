const MEGABYTE = 1024 * 1024;
const EVERY_MS = 20;

/** Watches how much memory this process holds. */
export class PeakMemory {
  private readonly start: number;
  private peak: number;
  private readonly timer: NodeJS.Timeout;

  constructor() {
    this.start = process.memoryUsage.rss();
    this.peak = this.start;
    this.timer = setInterval(() => this.look(), EVERY_MS);
  }

  /** In megabytes: the most that was resident, and by how much that is more than at the start. */
  stop(): { resident: number; grown: number } {
    clearInterval(this.timer);
    this.look();
    return {
      resident: Math.round(this.peak / MEGABYTE),
      grown: Math.round((this.peak - this.start) / MEGABYTE),
    };
  }

  private look(): void {
    this.peak = Math.max(this.peak, process.memoryUsage.rss());
  }
}
