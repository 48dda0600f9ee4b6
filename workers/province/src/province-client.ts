import type { ProvinceClient } from '@shixun/domain/identity/visitor'
import { type JWK, jwtVerify } from 'jose'
import * as z from 'zod'
import { provinceOf } from './province-of.ts'

const Claims = z.object({
  sub: z.string().min(1),
  scope: z.string().refine((scope) => scope.split(' ').includes('feed:read')),
  province: z.string().regex(/^\d{6}$/),
})

/**
 * The province client that an access token names; null for any token that this platform did not issue for its feed.
 * Tokens live in real time, whatever the demonstration's clock says.
 */
export async function provinceClient(
  authorization: string | null,
  { origin, currentDate, key }: { origin: string; currentDate: Date; key: JWK },
): Promise<ProvinceClient | null> {
  const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(authorization ?? '')?.[1]
  if (!token) return null
  try {
    const { payload } = await jwtVerify(token, key, {
      algorithms: ['EdDSA'],
      issuer: origin,
      audience: `${origin}/feeds/v1`,
      currentDate,
      requiredClaims: ['exp'],
    })
    const claims = Claims.safeParse(payload)
    if (!claims.success) return null
    return { kind: 'province', client: claims.data.sub, division: provinceOf(claims.data.province) }
  } catch {
    return null
  }
}
