import { Socket } from 'node:net';

/**
 * A socket that sends at once what is written in one turn of the event loop: statements that go out together (`together`)
 * reach the server as one packet and wake it once. pg corks the socket for the parts of each statement.
 */
export class GatheringSocket extends Socket {
  private isGathering = false;

  override cork(): void {
    super.cork();
    if (this.isGathering) return;
    this.isGathering = true;
    super.cork();
    process.nextTick(() => {
      this.isGathering = false;
      this.uncork();
    });
  }
}
