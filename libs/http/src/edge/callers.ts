import { ServiceUnavailableException, UnauthorizedException } from '@nestjs/common';
import type { RequestHandler } from 'express';
import type { Caller, TokenVerifier } from '../auth/token-verifier.js';
import type { ApiRequest } from '../requests/api-request.js';

/** Who is calling, before anything of the body is read. Whoever is nobody is refused later, once he was counted. */
export function recogniseCallers(verifier: TokenVerifier, isPublic: (path: string) => boolean): RequestHandler {
  return (request: ApiRequest, _response, next) => {
    if (isPublic(request.path)) return next();
    callerOf(request, verifier).then(
      (caller) => {
        request.caller = caller;
        next();
      },
      (error: unknown) => {
        request.stranger = error;
        next();
      },
    );
  };
}

/** Strangers are refused with their body unread; the connection is of no more use. */
export const refuseStrangers: RequestHandler = (request: ApiRequest, response, next) => {
  if (request.stranger === undefined) return next();
  response.setHeader('Connection', 'close');
  next(request.stranger);
};

async function callerOf(request: ApiRequest, verifier: TokenVerifier): Promise<Caller> {
  const [scheme, token] = (request.headers.authorization ?? '').split(' ');
  if (scheme?.toLowerCase() !== 'bearer' || !token) throw new UnauthorizedException('a bearer token is missing');
  const caller = await verifier.verify(token).catch((error: unknown) => {
    if (error instanceof ServiceUnavailableException) throw error;
    throw new UnauthorizedException(error instanceof Error ? error.message : 'the token is not valid');
  });
  if (!isStaffId(caller.id)) throw new UnauthorizedException('the subject of the token is no staff id');
  return caller;
}

/** An id stands in events for ever: no e-mail address, no phone number or identity card, and nothing that reactions are called. */
const isStaffId = (id: string) => /^(?!system:)(?!\d{11,}X?$)[\w.:-]{1,64}$/.test(id);
