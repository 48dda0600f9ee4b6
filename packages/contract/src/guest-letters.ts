import { PHASES } from '@shixun/domain/calls/design/call'
import { PRINTED } from '@shixun/domain/credits/certificate'
import * as z from 'zod'
import { ChannelName, CohortRules, CohortState, OfferedContent, Stage } from './cohort-shapes.ts'
import { Day, Id, Instant, Line, Version } from './shapes.ts'

const Text = (most: number) => z.string().max(most)
const Minutes = z.int().min(0).max(10_000_000)

/** A cohort as its bureau describes it to those it invites. */
export const OfferedCohort = z.strictObject({
  ...OfferedContent.shape,
  id: Id,
  title: Line(100),
  projectTitle: Line(200),
  projectNumber: Text(60),
  unitName: Line(100),
  provider: z
    .strictObject({
      name: Line(100),
      periods: z
        .array(
          z.strictObject({
            levels: z.array(OfferedContent.shape.level).max(6),
            number: Text(60),
            from: Day,
            to: Day,
            endedOn: Day.nullable(),
          }),
        )
        .max(100),
    })
    .nullable(),
  state: CohortState,
  minutes: Minutes,
  startsOn: Day,
  endsOn: Day,
  stages: z.array(Stage).max(20),
  rules: CohortRules,
  sessions: z
    .array(
      z.strictObject({
        id: Id,
        topic: Line(100),
        module: Text(60),
        channel: ChannelName,
        place: Text(100),
        startsAt: Instant,
        endsAt: Instant,
        minutes: Minutes,
      }),
    )
    .max(500),
})

/** 跨局名额：places of a cohort for one bureau, sent again whenever the cohort changes; `version` tells the newer. */
export const CohortOfferBody = z.strictObject({
  offer: Id,
  version: Version,
  places: z.int().min(0).max(5000),
  nominateUntil: Instant.nullable(),
  message: Text(500),
  /** Why the places are taken back; null while they stand. */
  withdrawn: Text(2000).nullable(),
  /** Null when the places are taken back: what was told of the cohort stands. */
  cohort: OfferedCohort.nullable(),
})

/** 报送学员：a name, a school, subject and phase: no document, no phone, no day of birth. `ref` stands for the person from here on. */
export const GuestNominationBody = z.strictObject({
  offer: Id,
  people: z
    .array(
      z.strictObject({
        ref: Id,
        name: Line(40),
        schoolName: Line(100),
        subject: Text(40),
        phase: z.enum(PHASES),
        /** SHA-256 of the pass by which the guest checks in, hex. */
        pass: z.string().regex(/^[0-9a-f]{64}$/),
      }),
    )
    .min(1)
    .max(200),
})

/** 学员答复：the home bureau says that a guest takes the place that became free, or does not come. */
export const GuestAnswerBody = z.strictObject({
  offer: Id,
  people: z
    .array(z.strictObject({ ref: Id, answer: z.enum(['accept', 'withdraw']), reason: Text(2000) }))
    .min(1)
    .max(200),
})

/** 录取结果：how guests stand at the organiser. */
export const GuestStateBody = z.strictObject({
  offer: Id,
  people: z
    .array(
      z.strictObject({
        ref: Id,
        state: z.enum(['nominated', 'waiting', 'offered', 'enrolled', 'withdrawn', 'refused']),
        reason: Text(2000).nullable(),
        version: Version,
        /** The last day on which the place is kept; only while it is offered. */
        until: Day.nullable().default(null),
      }),
    )
    .min(1)
    .max(500),
})

/** 培训结果：whether guests completed, and their hours by China day, channel and module. */
export const GuestResultBody = z.strictObject({
  offer: Id,
  cohort: OfferedCohort.omit({ sessions: true, stages: true, rules: true }),
  results: z
    .array(
      z.strictObject({
        ref: Id,
        version: Version,
        outcome: z.enum(['completed', 'failed']),
        reason: Text(2000).nullable(),
        minutesDue: Minutes,
        minutesAttended: Minutes,
        entries: z
          .array(
            z.strictObject({
              date: Day,
              channel: ChannelName,
              module: Text(60),
              category: Text(40),
              minutes: z.int().min(1).max(100_000),
            }),
          )
          .max(500),
      }),
    )
    .min(1)
    .max(50),
})

const Printed = z.strictObject(
  Object.fromEntries(Object.keys(PRINTED).map((key) => [key, Text(300)])) as Record<keyof typeof PRINTED, z.ZodString>,
)

/** 证书：what is printed on it, its code and signature, and whether it stands; told again when it is revoked or superseded. */
export const GuestCertificateBody = z.strictObject({
  offer: Id,
  certificates: z
    .array(
      z.strictObject({
        ref: Id,
        id: Id,
        version: Version,
        code: Text(300),
        printed: Printed,
        kid: Text(60),
        signature: Text(120),
        state: z.enum(['valid', 'revoked', 'superseded']),
        reason: Text(2000).nullable(),
        supersededBy: Id.nullable(),
        issuedAt: Instant,
      }),
    )
    .min(1)
    .max(100),
})
