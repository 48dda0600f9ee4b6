import { LEVELS } from '@shixun/domain/calls/design/call'
import * as z from 'zod'
import { Imported, loose } from './import-shapes.ts'
import { route } from './route.ts'
import { Day, item, Line, pageOf, paging, Reasoned } from './shapes.ts'
import { rosterSheets as SHEETS } from './sheets/rosters.ts'

const Levels = z.array(z.enum(LEVELS)).min(1)
/** The number of the paper that accredits, if there is one. */
const Paper = z.string().trim().max(60)
const NewPeriod = z.strictObject({ levels: Levels, number: Paper, from: Day, to: Day })
/** A period of accreditation; `endedOn` is its last day when it was ended early, with the reason. */
const Period = z.strictObject({
  id: z.string(),
  ...NewPeriod.shape,
  endedOn: Day.nullable(),
  reason: z.string().nullable(),
})
const NewProvider = z.strictObject({
  name: Line(60),
  levels: Levels,
  number: Paper.default(''),
  accreditedFrom: Day,
  accreditedTo: Day,
})
/** `levels` and the days are those of the period in force, else of the next, else of the last. */
const Provider = z.strictObject({
  ...item,
  name: z.string(),
  levels: z.array(z.enum(LEVELS)),
  accreditedFrom: Day,
  accreditedTo: Day,
  standing: z.enum(['accredited', 'ending', 'coming', 'ended']),
  periods: z.array(Period),
})

const base = { part: 'teachers', worker: 'registry' } as const
const P = '/api/districts/:district/providers'
const changed = {
  ...base,
  may: 'provider.write',
  out: Provider,
  status: 200,
  ifMatch: 'required',
} as const

/** Providers (承训单位) and the periods of their accreditation: only an accredited one produces credit. */
export const providerRoutes = {
  listProviders: route({
    ...base,
    id: 'listProviders',
    method: 'GET',
    path: P,
    may: 'provider.read',
    summary: '承训单位',
    query: z.strictObject({ ...paging, q: z.string().trim().max(40).optional() }),
    out: pageOf(Provider),
    sheet: SHEETS.providers,
    status: 200,
    refusals: [],
  }),
  createProvider: route({
    ...base,
    id: 'createProvider',
    method: 'POST',
    path: P,
    may: 'provider.write',
    summary: '登记承训单位及其资质',
    body: NewProvider,
    out: Provider,
    status: 201,
    refusals: ['invalid-input', 'already-exists'],
  }),
  importProviders: route({
    ...base,
    id: 'importProviders',
    method: 'POST',
    path: `${P}/import`,
    may: 'provider.write',
    summary: '批量登记承训单位；已登记的单位续期',
    body: z.strictObject({
      rows: z
        .array(
          z.strictObject({ name: loose, levels: loose, number: loose, accreditedFrom: loose, accreditedTo: loose }),
        )
        .min(1)
        .max(1000),
    }),
    out: Imported,
    status: 200,
    refusals: [],
  }),
  readProvider: route({
    ...base,
    id: 'readProvider',
    method: 'GET',
    path: `${P}/:id`,
    may: 'provider.read',
    summary: '一家承训单位及其历次资质',
    out: Provider,
    status: 200,
    refusals: ['not-found'],
  }),
  editProvider: route({
    ...changed,
    id: 'editProvider',
    method: 'PATCH',
    path: `${P}/:id`,
    summary: '承训单位更名',
    body: z.strictObject({ name: Line(60) }),
    refusals: ['not-found', 'version-stale', 'already-exists'],
  }),
  renewProvider: route({
    ...changed,
    id: 'renewProvider',
    method: 'POST',
    path: `${P}/:id/periods`,
    summary: '续期或增加资质',
    body: NewPeriod,
    refusals: ['not-found', 'version-stale', 'invalid-input'],
  }),
  endPeriod: route({
    ...changed,
    id: 'endPeriod',
    method: 'POST',
    path: `${P}/:id/periods/:period/end`,
    summary: '提前终止一期资质',
    body: Reasoned.extend({ endedOn: Day }),
    refusals: ['not-found', 'version-stale', 'invalid-input'],
  }),
}
