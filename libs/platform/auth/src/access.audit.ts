import { Injectable } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { PATH_METADATA } from '@nestjs/common/constants';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { ACCESS_METADATA } from './access.decorator.js';
import type { RouteAccess } from './access.decorator.js';

/** One route and what it asks for; `access` is undefined where nobody said. */
export interface AuditedRoute {
  readonly controller: string;
  readonly method: string;
  readonly access: RouteAccess | undefined;
}

/** Refuses to start an app that has a route without a permission: forgetting one fails before it is deployed. */
@Injectable()
export class AccessAudit implements OnModuleInit {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly reflector: Reflector,
  ) {}

  /** @throws when a route has neither `@Requires` nor `@Public` */
  onModuleInit(): void {
    const open = this.routes().filter(({ access }) => access === undefined);
    if (open.length > 0) {
      const names = open.map(({ controller, method }) => `${controller}.${method}`).join(', ');
      throw new Error(`Routes need @Requires(permission) or @Public(): ${names}`);
    }
  }

  routes(): AuditedRoute[] {
    return this.discovery.getControllers().flatMap(({ metatype }) => {
      if (typeof metatype !== 'function') {
        return [];
      }
      const prototype = metatype.prototype as Record<string, () => void>;
      return this.scanner
        .getAllMethodNames(prototype)
        .map((method) => ({ method, handler: prototype[method] }))
        .filter(({ handler }) => handler !== undefined && Reflect.hasMetadata(PATH_METADATA, handler))
        .map(({ method, handler = () => undefined }) => ({
          controller: metatype.name,
          method,
          access: this.reflector.getAllAndOverride<RouteAccess | undefined>(ACCESS_METADATA, [handler, metatype]),
        }));
    });
  }
}
