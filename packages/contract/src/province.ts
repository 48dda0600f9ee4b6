import * as z from 'zod'
import { route } from './route.ts'
import { exporting, Instant } from './shapes.ts'
import { auditSheets as SHEETS } from './sheets/audit.ts'

/** A closed, signed page of one district. `lines` are the exact NDJSON bytes that `digest` and `jws` cover. */
const FeedPage = z.strictObject({
  seq: z.int(),
  district: z.string(),
  division: z.string(),
  districtName: z.string(),
  epoch: z.int(),
  page: z.int(),
  period: z.string(),
  firstSeq: z.int(),
  lastSeq: z.int(),
  lines: z.string(),
  digest: z.string(),
  previous: z.string().nullable(),
  kid: z.string(),
  jws: z.string(),
})

const base = { part: 'province', worker: 'province' } as const

export const provinceRoutes = {
  readFeed: route({
    ...base,
    id: 'readFeed',
    method: 'GET',
    path: '/feeds/v1/changes',
    may: 'province',
    summary: '省级数据：按序号增量读取',
    query: z.strictObject({
      after: z.coerce.number().int().min(0).default(0),
      limit: z.coerce.number().int().min(1).max(200).default(50),
      format: z.enum(['json', 'csv']).default('json'),
    }),
    out: z.strictObject({ items: z.array(FeedPage), next: z.string().nullable() }),
    status: 200,
    refusals: ['token-refused'],
  }),
  readFeedDictionary: route({
    ...base,
    id: 'readFeedDictionary',
    method: 'GET',
    path: '/feeds/v1/dictionary',
    may: 'public',
    summary: '省级数据字典',
    out: z.strictObject({
      schema: z.string(),
      indicators: z.array(
        z.strictObject({
          key: z.string(),
          title: z.string(),
          numerator: z.string(),
          denominator: z.string(),
          unit: z.string(),
        }),
      ),
      statuses: z.record(z.string(), z.string()),
    }),
    status: 200,
    refusals: [],
  }),
  readCoverage: route({
    ...base,
    id: 'readCoverage',
    method: 'GET',
    path: '/api/province/coverage',
    may: 'feed.read',
    summary: '省级：各区县数据到达情况',
    out: z.strictObject({
      periods: z.array(z.string()),
      districts: z.array(
        z.strictObject({ division: z.string(), name: z.string(), periods: z.record(z.string(), z.boolean()) }),
      ),
    }),
    status: 200,
    refusals: [],
  }),
  readObservations: route({
    ...base,
    id: 'readObservations',
    method: 'GET',
    path: '/api/province/observations',
    may: 'feed.read',
    summary: '省级：指标数据',
    query: z.strictObject({ period: z.string().regex(/^\d{4}-\d{2}$/) }),
    out: z.strictObject({
      items: z.array(
        z.strictObject({
          indicator: z.string(),
          division: z.string(),
          districtName: z.string(),
          dims: z.string(),
          value: z.string().nullable(),
          n: z.int().nullable(),
          status: z.string(),
          revision: z.int(),
        }),
      ),
      next: z.null(),
    }),
    status: 200,
    refusals: [],
  }),
  readKeys: route({
    ...base,
    worker: 'district',
    id: 'readKeys',
    method: 'GET',
    path: '/.well-known/jwks.json',
    may: 'public',
    summary: '签名公钥',
    out: z.strictObject({ keys: z.array(z.record(z.string(), z.unknown())) }),
    status: 200,
    refusals: [],
  }),
}

export const auditRoutes = {
  readJournal: route({
    id: 'readJournal',
    part: 'audit',
    worker: 'district',
    method: 'GET',
    path: '/api/districts/:district/journal',
    may: 'audit.read',
    summary: '审计日志',
    query: z.strictObject({
      limit: z.coerce.number().int().min(1).max(200).default(50),
      after: z.coerce.number().int().min(1).optional(),
      /** The first and the last number asked for. */
      from: z.coerce.number().int().min(1).optional(),
      to: z.coerce
        .number()
        .int()
        .min(1)
        .max(Number.MAX_SAFE_INTEGER - 1)
        .optional(),
      ...exporting,
    }),
    out: z.strictObject({
      items: z.array(
        z.strictObject({
          seq: z.int(),
          entity: z.string(),
          version: z.int(),
          verb: z.string(),
          actor: z.string(),
          at: Instant,
          note: z.string().nullable(),
          requestId: z.string(),
          leafHash: z.string(),
        }),
      ),
      next: z.string().nullable(),
    }),
    sheet: SHEETS.journal,
    status: 200,
    refusals: [],
  }),
}
