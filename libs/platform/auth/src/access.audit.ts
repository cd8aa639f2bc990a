import { Injectable, type OnModuleInit, type Type } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import { auditRoutes } from './audit-routes.js';

/** Refuses to start an app that has a route without a permission: forgetting one fails before it is deployed. */
@Injectable()
export class AccessAudit implements OnModuleInit {
  constructor(private readonly discovery: DiscoveryService) {}

  /** @throws when a route has neither `@Requires` nor `@Public` */
  onModuleInit(): void {
    const open = this.discovery
      .getControllers()
      .flatMap(({ metatype }) => auditRoutes(metatype as Type))
      .filter(({ access }) => access === undefined);
    if (open.length > 0) {
      const names = open.map(({ controller, method }) => `${controller}.${method}`).join(', ');
      throw new Error(`Routes need @Requires(permission) or @Public(): ${names}`);
    }
  }
}
