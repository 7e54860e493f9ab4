import {
  inContext,
  limitRate,
  readJsonBody,
  recogniseCallers,
  refuseStrangers,
  traceparentOf,
  type ApiRequest,
} from '@engsales/http';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { NextFunction, RequestHandler, Response } from 'express';
import helmet from 'helmet';
import type { Server } from 'node:http';
import type { ServiceRuntime } from './service-runtime.js';

const BODY = '256kb';

const startsWith = (prefixes: readonly string[]) => (path: string) =>
  prefixes.some((prefix) => path === prefix || path.startsWith(`${prefix}/`));

/** Nobody has to say who they are there. */
const PUBLIC = ['/health', '/metrics', '/docs', '/openapi.json'];
const isPage = startsWith(['/docs']);
/** Watchers ask often and must always be answered. */
const isWatched = startsWith(['/health', '/metrics']);

/**
 * What every request passes before Nest sees it, cheapest first: its context, headers of the answer, who calls, how often, and
 * only then its body.
 */
export function useEdge(app: NestExpressApplication, runtime: ServiceRuntime): void {
  const { config, definition, verifier } = runtime;
  app.disable('x-powered-by');
  app.set('trust proxy', config.TRUSTED_PROXIES);
  app.use(requestContext(runtime));
  app.use(securityHeaders());
  app.use(recogniseCallers(verifier, startsWith([...PUBLIC, ...(definition.publicPaths ?? [])])));
  if (config.RATE_LIMIT_PER_MINUTE > 0) app.use(limitRate(config.RATE_LIMIT_PER_MINUTE, isWatched));
  app.use(refuseStrangers);
  const timeoutMs = config.BODY_SECONDS * 1000;
  app.use(readJsonBody({ usual: BODY, larger: definition.largeBodies ?? [], timeoutMs }));
}

/** Sockets that send nothing, or too slowly, or are too many, are closed by Node itself. */
export function boundServer(server: Server, { MAX_CONNECTIONS, BODY_SECONDS }: ServiceRuntime['config']): void {
  server.maxConnections = MAX_CONNECTIONS;
  server.headersTimeout = 10_000;
  // longer than clients and proxies keep a connection, so that none sends on one that is being closed
  server.keepAliveTimeout = 65_000;
  // the body reader answers first
  server.requestTimeout = BODY_SECONDS * 1000 + 10_000;
}

function requestContext(runtime: ServiceRuntime): RequestHandler {
  const service = runtime.definition.name;
  return (request: ApiRequest, response: Response, next: NextFunction) => {
    const traceparent = traceparentOf(request);
    response.setHeader('traceparent', traceparent);
    runtime.inFlight += 1;
    response.once('close', () => {
      runtime.inFlight -= 1;
      if (!isWatched(request.path)) runtime.answers.note(response.statusCode === 500);
    });
    inContext({ service, traceparent }, next);
  };
}

/** The page of the API needs its own scripts; it must also work over plain http from another machine. */
function securityHeaders(): RequestHandler {
  const plain = { 'upgrade-insecure-requests': null };
  const strict = helmet({ contentSecurityPolicy: { directives: plain } });
  const page = helmet({
    contentSecurityPolicy: { directives: { ...plain, 'script-src': ["'self'", "'unsafe-inline'"] } },
    crossOriginOpenerPolicy: false,
    originAgentCluster: false,
  });
  return (request, response, next) => (isPage(request.path) ? page : strict)(request, response, next);
}
