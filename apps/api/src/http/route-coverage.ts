import { Injectable } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { endpoints } from '#contracts';
import type { Endpoint } from '#contracts';
import { endpointOf } from './endpoint-of.js';

/** Lets the start fail when an endpoint of the contract has no controller method, or two. */
@Injectable()
export class RouteCoverage implements OnModuleInit {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
  ) {}

  onModuleInit(): void {
    const faults = coverageFaults(this.served(), Object.values(endpoints));
    if (faults.length > 0) throw new Error(`the api does not serve its contract: ${faults.join('; ')}`);
  }

  private served(): readonly Endpoint[] {
    return this.discovery.getControllers().flatMap(({ metatype }) => {
      const prototype: Readonly<Record<string, object>> = metatype?.prototype ?? {};
      return this.scanner
        .getAllMethodNames(prototype)
        .map((name) => endpointOf(prototype[name] ?? {}))
        .filter((endpoint) => endpoint !== undefined);
    });
  }
}

/** What is wrong between the routes that are served and the contract; empty when each has exactly one. */
export function coverageFaults(
  served: readonly Endpoint[],
  contract: readonly Endpoint[],
): readonly string[] {
  const countOf = (endpoint: Endpoint): number => served.filter((one) => one === endpoint).length;
  return [
    ...contract.filter((one) => countOf(one) === 0).map(({ name }) => `${name} has no method`),
    ...contract.filter((one) => countOf(one) > 1).map(({ name }) => `${name} has several methods`),
    ...served.filter((one) => !contract.includes(one)).map(({ name }) => `${name} is not in the contract`),
  ];
}
