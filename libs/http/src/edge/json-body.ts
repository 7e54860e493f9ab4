import { HttpException, UnsupportedMediaTypeException } from '@nestjs/common';
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import express from 'express';
import { parseJsonText } from './json-text.js';

export interface BodyLimits {
  /** Of most bodies, as `256kb`. */
  readonly usual: string;
  /** Paths whose bodies may be larger. */
  readonly larger: readonly { readonly path: string; readonly limit: string }[];
  /** How long a body may take to arrive. */
  readonly timeoutMs: number;
}

/** Reads a JSON body: in time, within its limit, in UTF-8, and strictly. Other bodies are left to whoever can read them. */
export function readJsonBody({ usual, larger, timeoutMs }: BodyLimits): RequestHandler {
  const raw = (limit: string) => express.raw({ type: 'json', limit });
  const readers = larger.map(({ path, limit }) => ({ path, read: raw(limit) }));
  const readUsual = raw(usual);
  return (request, response, next) => {
    if (!request.is('json')) return next();
    if (!isUtf8(request)) return next(new UnsupportedMediaTypeException('a JSON body is UTF-8'));
    const read = readers.find(({ path }) => isUnder(path, request.path))?.read ?? readUsual;
    const finish = once(next);
    const late = setTimeout(() => finish(tooSlow(response)), timeoutMs);
    read(request, response, (error?: unknown) => {
      clearTimeout(late);
      if (error !== undefined) return finish(error);
      try {
        const { body } = request as { body: unknown };
        if (Buffer.isBuffer(body)) request.body = parseJsonText(body);
        finish();
      } catch (fault) {
        finish(fault);
      }
    });
  };
}

const isUnder = (path: string, requested: string) => {
  const lower = requested.toLowerCase();
  return lower === path || lower.startsWith(`${path}/`);
};

function isUtf8(request: Request): boolean {
  const charset = /;\s*charset="?([^\s";]+)/i.exec(request.headers['content-type'] ?? '')?.[1];
  return charset === undefined || /^utf-?8$/i.test(charset);
}

function tooSlow(response: Response): HttpException {
  response.setHeader('Connection', 'close');
  return new HttpException('the body did not arrive in time', 408);
}

/** What comes after the first answer is no news. */
function once(next: NextFunction): (error?: unknown) => void {
  let done = false;
  return (error) => {
    if (done) return;
    done = true;
    next(error as Error | undefined);
  };
}
