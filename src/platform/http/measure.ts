import { SpanStatusCode, trace } from '@opentelemetry/api';
import type { FastifyInstance } from 'fastify';
import { collectDefaultMetrics, Histogram, Registry } from 'prom-client';
import { isReachable } from '../database/index.ts';
import type { Services } from '../services.ts';

/** Logs, metrics and traces: routes, statuses and durations. Never an address, a body, or anything about a person. */
export function measure(app: FastifyInstance, services: Services): void {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const durations = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'How long requests took, by route and status',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    registers: [registry],
  });
  const tracer = trace.getTracer('opensend');
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'unknown';
    const status = reply.statusCode;
    durations.observe({ method: request.method, route, status }, reply.elapsedTime / 1000);
    const span = tracer.startSpan(`${request.method} ${route}`, {
      startTime: Date.now() - reply.elapsedTime,
      attributes: { 'http.response.status_code': status },
    });
    if (status >= 500) span.setStatus({ code: SpanStatusCode.ERROR });
    span.end();
    services.logger.info(
      { method: request.method, route, status, ms: Math.round(reply.elapsedTime), requestId: request.id },
      'request',
    );
  });
  const open = { config: { access: 'public' } } as const;
  app.get('/health', open, async () => ({ status: 'running' }));
  app.get('/ready', open, async (_request, reply) => {
    const ready = await isReachable(services.database);
    return reply.code(ready ? 200 : 503).send({ status: ready ? 'ready' : 'waiting for the database' });
  });
  app.get('/metrics', open, async (_request, reply) =>
    reply.type(registry.contentType).send(await registry.metrics()),
  );
}
