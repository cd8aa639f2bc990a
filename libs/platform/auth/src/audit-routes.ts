import { RequestMethod, type Type } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants';
import { MetadataScanner } from '@nestjs/core';
import { ACCESS_METADATA, type RouteAccess } from './access.decorator.js';
import { AUDIT_METADATA, type RouteAudit } from './audit/audited.decorator.js';

/** One route and what it asks for; `access` and `audit` are undefined where nobody said. */
export interface AuditedRoute {
  readonly controller: string;
  readonly method: string;
  /** `GET`, `POST`, … */
  readonly verb: string;
  /** `/v1/keys/:id` */
  readonly path: string;
  readonly access: RouteAccess | undefined;
  readonly audit: RouteAudit | undefined;
  readonly handler: object;
}

const scanner = new MetadataScanner();

/** The routes of a controller and what each asks for: its own decorator, or else that of its controller. */
export function auditRoutes(controller: Type): AuditedRoute[] {
  const prototype = controller.prototype as Readonly<Record<string, object | undefined>>;
  return scanner.getAllMethodNames(prototype).flatMap((method) => {
    const handler = prototype[method];
    if (!handler || !Reflect.hasMetadata(PATH_METADATA, handler)) return [];
    const access = accessOf(handler) ?? accessOf(controller);
    const audit = Reflect.getMetadata(AUDIT_METADATA, handler) as RouteAudit | undefined;
    const verb = RequestMethod[Number(Reflect.getMetadata(METHOD_METADATA, handler))] ?? '';
    return [{ controller: controller.name, method, verb, path: pathOf(controller, handler), access, audit, handler }];
  });
}

const accessOf = (target: object): RouteAccess | undefined =>
  Reflect.getMetadata(ACCESS_METADATA, target) as RouteAccess | undefined;

const pathOf = (...targets: readonly object[]): string =>
  targets
    .map((target) => String(Reflect.getMetadata(PATH_METADATA, target)).replaceAll(/^\/|\/$/g, ''))
    .filter((part) => part !== '')
    .map((part) => `/${part}`)
    .join('');
