import { ENVELOPE_KINDS } from '@shixun/domain/exchange/envelope'
import * as z from 'zod'
import { ListingPackage } from './flagship.ts'
import { DistrictKind, Id, Instant, Line, Slug } from './shapes.ts'

/** What a signed payload must hold before anything else is read of it. */
export const Letter = z.strictObject({
  id: Id,
  kind: z.enum(ENVELOPE_KINDS),
  sender: z.strictObject({ id: Id, slug: Slug, name: Line(100), kind: DistrictKind }),
  receiver: z.string().min(1).max(60),
  body: z.record(z.string(), z.unknown()),
  createdAt: Instant,
})

/** 推荐：a district's project to a curator. */
export const NominationBody = z.strictObject({ nomination: Id, package: ListingPackage })

/** 评审结果：what the curator made of a nomination, to the district it came from; `version` tells the newer of two. */
export const DecisionBody = z.strictObject({
  listing: Id,
  version: z.int().positive(),
  title: Line(100),
  state: z.enum(['reserve', 'flagship', 'removed']),
  number: z.string().max(60).nullable(),
  project: z.string().max(60),
})

/** 入库：a listing as its curator shows it; `version` tells which of two envelopes is the newer. */
export const ListingBody = z.strictObject({
  listing: z.strictObject({
    id: Id,
    version: z.int().positive(),
    grade: z.enum(['reserve', 'flagship', 'warned', 'removed']),
    number: z.string().max(60).nullable(),
    model: z.string().max(60).nullable(),
    originId: Id,
    originName: Line(100),
  }),
  package: ListingPackage,
})

/** 承接：a district took a version into an application of its own. */
export const AdoptionBody = z.strictObject({ listing: Id, version: z.int().positive(), application: Id })
