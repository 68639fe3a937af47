import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { isUuid, type Uuid } from '../../shared/uuid.ts';
import { NotTheirs } from './errors.ts';

const parts = z.record(z.string(), z.string());

/** The identifier an address has at `:name`; whatever else stands there, nothing is found. */
export function idIn(request: FastifyRequest, name: string): Uuid {
  const id = partIn(request, name);
  if (!isUuid(id)) throw new NotTheirs();
  return id;
}

/** What an address has at `:name`, as it stands. A route without such a part is a defect. */
export function partIn({ params, routeOptions }: FastifyRequest, name: string): string {
  const part = parts.parse(params)[name];
  if (part === undefined) throw new Error(`${routeOptions.url} has no :${name}`);
  return part;
}
