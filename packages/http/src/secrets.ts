import * as z from 'zod'

/** A secret that is written as JSON. */
export function jsonSecret<Shape extends z.ZodType>(shape: Shape) {
  return z.string().transform((text) => shape.parse(JSON.parse(text)))
}

/** Key id to key, 32 bytes in base64: the first encrypts, seals or signs, every one opens and verifies. */
export const KEY_RING = jsonSecret(
  z
    .record(z.string().regex(/^\w+$/), z.base64().length(44))
    .refine((keys) => Object.keys(keys).length > 0, 'at least one key'),
)

/** Private Ed25519 JWKs: the first signs. */
export const SIGNING_JWKS = jsonSecret(z.array(z.looseObject({ kid: z.string() })).min(1))
