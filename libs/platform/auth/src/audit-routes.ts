import type { Type } from '@nestjs/common';
import { PATH_METADATA } from '@nestjs/common/constants';
import { MetadataScanner } from '@nestjs/core';
import { ACCESS_METADATA, type RouteAccess } from './access.decorator.js';

/** One route and what it asks for; `access` is undefined where nobody said. */
export interface AuditedRoute {
  readonly controller: string;
  readonly method: string;
  readonly access: RouteAccess | undefined;
  readonly handler: object;
}

const scanner = new MetadataScanner();

/** The routes of a controller and what each asks for: its own decorator, or else that of its controller. */
export function auditRoutes(controller: Type): AuditedRoute[] {
  const prototype = controller.prototype as Readonly<Record<string, object | undefined>>;
  return scanner.getAllMethodNames(prototype).flatMap((method) => {
    const handler = prototype[method];
    if (!handler || !Reflect.hasMetadata(PATH_METADATA, handler)) return [];
    return [{ controller: controller.name, method, access: accessOf(handler) ?? accessOf(controller), handler }];
  });
}

const accessOf = (target: object): RouteAccess | undefined =>
  Reflect.getMetadata(ACCESS_METADATA, target) as RouteAccess | undefined;
