import { parseRoleMap } from '@engsales/http';
import { z } from 'zod';

/** Base64 of 32 bytes at least. */
export const secret = z
  .string()
  .refine((text) => Buffer.from(text, 'base64').length >= 32, 'at least 32 bytes in base64');

const roleMap = z.string().superRefine((text, context) => {
  try {
    parseRoleMap(text);
  } catch (error) {
    context.addIssue(error instanceof Error ? error.message : String(error));
  }
});

/** Who signs tokens, and what their claims mean. */
export const identityShape = {
  OIDC_ISSUER: z
    .url({ protocol: /^https?$/ })
    .optional()
    .describe('issuer of tokens; without it tokens come from npm run token'),
  OIDC_AUDIENCE: z.string().default('engsales').describe('audience that tokens must name'),
  OIDC_ROLES_CLAIM: z
    .string()
    .default('roles')
    .describe('claim with the roles of a person, or a path such as realm_access.roles'),
  OIDC_ROLE_MAP: roleMap
    .optional()
    .describe('roles by their names at the issuer: sales=SALES,fin=FINANCE; without it the names are the roles'),
  OIDC_STAFF_ID_CLAIM: z
    .string()
    .optional()
    .describe('claim with a staff id such as E1001; without it, or with another text in it, the id is made from sub'),
  STAFF_ID_SECRET: secret
    .optional()
    .describe('HMAC secret of staff ids, base64, the same in all services; a new one makes everybody a stranger'),
};
