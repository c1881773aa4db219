import { Injectable } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import { PersonMerger } from './person-merger.js';

/** Finds who moves what when two people are made one, in the order of their turns. */
@Injectable()
export class PersonMergers implements OnModuleInit {
  private mergers: readonly PersonMerger[] = [];

  constructor(private readonly discovery: DiscoveryService) {}

  onModuleInit(): void {
    const instances: unknown[] = this.discovery.getProviders().map(({ instance }) => instance);
    this.mergers = [...new Set(instances)]
      .filter((instance) => instance instanceof PersonMerger)
      .toSorted((one, other) => one.turn - other.turn);
  }

  list(): readonly PersonMerger[] {
    return this.mergers;
  }
}
