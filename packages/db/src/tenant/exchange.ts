import { and, asc, desc, eq, getTableColumns, inArray, lt, notInArray, type SQL, sql } from 'drizzle-orm'
import { build } from '../build.ts'
import { reading, type Statement, statement } from '../statement.ts'
import { AFTER, LIMIT } from './paging.ts'
import { certificates } from './schema/credits.ts'
import { cohorts, enrolments } from './schema/delivery.ts'
import { cohortOffers, guestNews, guests, offers } from './schema/exchange.ts'
import { providers } from './schema/roster.ts'
import { projects } from './schema/training.ts'

const ID = sql.placeholder('id')
const IDS = sql`(SELECT value FROM json_each(${sql.placeholder('ids')}))`
/** Conditions that are looked at and not searched by (`+`); null asks for nothing. */
const ofSchool = sql`(${sql.placeholder('school')} IS NULL OR +${guests.schoolId} = ${sql.placeholder('school')})`

/** How many guests of the receiver stand in the cohort; the places offered bound it. */
const guestsOf = (...states: string[]) =>
  sql<number>`(SELECT count(*) FROM enrolments g WHERE g.cohort_id = ${cohortOffers.cohortId} AND g.home_slug = ${cohortOffers.receiver} AND g.home_ref IS NOT NULL AND g.state IN (${sql.raw(states.map((state) => `'${state}'`).join(', '))}))`
const offered = {
  ...getTableColumns(cohortOffers),
  nominated: guestsOf('nominated', 'waiting', 'offered', 'enrolled', 'completed', 'failed').as('nominated'),
  enrolled: guestsOf('enrolled', 'completed', 'failed').as('enrolled'),
}

export const cohortOfferPage = reading(
  build
    .select(offered)
    .from(cohortOffers)
    .where(and(eq(cohortOffers.cohortId, sql.placeholder('cohort')), lt(cohortOffers.id, AFTER)))
    .orderBy(desc(cohortOffers.id))
    .limit(LIMIT),
)
export const cohortOfferById = reading(build.select(offered).from(cohortOffers).where(eq(cohortOffers.id, ID)))
export type CohortOfferRow = ReturnType<ReturnType<typeof cohortOfferById>['decode']>
export const cohortOfferByEnvelope = reading(
  build.select().from(cohortOffers).where(eq(cohortOffers.envelopeId, ID)).limit(1),
)
/** Offers of a cohort that stand. */
export const liveOffersOfCohort = reading(
  build
    .select()
    .from(cohortOffers)
    .where(
      and(eq(cohortOffers.cohortId, sql.placeholder('cohort')), inArray(cohortOffers.state, sql`('sent', 'received')`)),
    ),
)
/** Offers that stand though their last day is before `today`, while the cohort takes nominations; the oldest first. */
export const offersDue = reading(
  build
    .select({ ...offered, cohortTitle: sql<string>`${cohorts.title}`.as('cohort_title') })
    .from(cohortOffers)
    .innerJoin(cohorts, eq(cohorts.id, cohortOffers.cohortId))
    .where(
      and(
        lt(cohortOffers.until, sql.placeholder('today')),
        inArray(cohortOffers.state, sql`('sent', 'received')`),
        sql`+${cohorts.state} = 'nominating'`,
      ),
    )
    .orderBy(cohortOffers.until, cohortOffers.id)
    .limit(LIMIT),
)
/** Offers that stand and whose cohort has changed since its receivers were told. */
export const outdatedOffers = reading(
  build
    .select({ id: cohortOffers.id, cohortId: cohortOffers.cohortId })
    .from(cohortOffers)
    .innerJoin(cohorts, eq(cohorts.id, cohortOffers.cohortId))
    .where(
      and(
        inArray(cohortOffers.state, sql`('sent', 'received')`),
        sql`${cohorts.version} <> ${cohortOffers.toldCohort}`,
      ),
    )
    .limit(LIMIT),
)

/** What a letter about a cohort says of its project and its provider beside what the cohort carries itself. */
export const projectOfCohort = reading(
  build
    .select({ number: projects.number })
    .from(projects)
    .innerJoin(cohorts, eq(cohorts.projectId, projects.id))
    .where(eq(cohorts.id, ID)),
)
export const providerOfCohort = reading(
  build
    .select({ name: providers.name, periods: providers.periods })
    .from(providers)
    .innerJoin(cohorts, eq(cohorts.providerId, providers.id))
    .where(eq(cohorts.id, ID)),
)

/** Guests of one bureau in a cohort, by what their bureau calls them. */
export const guestEnrolments = reading(
  build
    .select()
    .from(enrolments)
    .where(
      and(
        eq(enrolments.cohortId, sql.placeholder('cohort')),
        eq(enrolments.homeSlug, sql.placeholder('home')),
        inArray(enrolments.homeRef, sql`(SELECT value FROM json_each(${sql.placeholder('refs')}))`),
        notInArray(enrolments.state, sql`('withdrawn', 'refused')`),
      ),
    ),
)

/** What home bureaus have not been told, grouped as letters are. */
export const newsWaiting = reading(
  build
    .select()
    .from(guestNews)
    .orderBy(asc(guestNews.homeSlug), asc(guestNews.cohortId), asc(guestNews.what), asc(guestNews.subject))
    .limit(LIMIT),
)
export const enrolmentsByIds = reading(build.select().from(enrolments).where(inArray(enrolments.id, IDS)))
export const certificatesByIds = reading(build.select().from(certificates).where(inArray(certificates.id, IDS)))
/** Every offer that a bureau ever had of a cohort, the newest first: a letter about its guests names it. */
export const offersToBureau = reading(
  build
    .select()
    .from(cohortOffers)
    .where(
      and(
        eq(cohortOffers.cohortId, sql.placeholder('cohort')),
        sql`+${cohortOffers.receiver} = ${sql.placeholder('home')}`,
      ),
    )
    .orderBy(desc(cohortOffers.id)),
)

const newestOffers = (...conditions: SQL[]) =>
  build
    .select()
    .from(offers)
    .where(and(...conditions, lt(offers.id, AFTER)))
    .orderBy(desc(offers.id))
    .limit(LIMIT)
export const offerPage = reading(newestOffers())
export const offerPageByState = reading(newestOffers(eq(offers.state, sql.placeholder('state'))))
export const offerById = reading(build.select().from(offers).where(eq(offers.id, ID)))
export type OfferRow = ReturnType<ReturnType<typeof offerById>['decode']>

/** A guest with what its cards say of the cohort. */
const guestCard = {
  ...getTableColumns(guests),
  offerTitle: sql<string>`${offers.title}`.as('offer_title'),
  sender: offers.sender,
  senderName: offers.senderName,
  startsOn: offers.startsOn,
  endsOn: offers.endsOn,
  offerTaken: offers.taken,
  offerVersion: sql<number>`${offers.version}`.as('offer_version'),
}
const guestCards = () => build.select(guestCard).from(guests).innerJoin(offers, eq(offers.id, guests.offerId))
export const guestById = reading(guestCards().where(eq(guests.id, ID)))
export type GuestRow = ReturnType<ReturnType<typeof guestById>['decode']>
export const guestsByIds = reading(guestCards().where(inArray(guests.id, IDS)))
const newestGuests = (...conditions: SQL[]) =>
  guestCards()
    .where(and(...conditions, lt(guests.id, AFTER)))
    .orderBy(desc(guests.id))
    .limit(LIMIT)
export const guestPage = reading(newestGuests())
export const guestPageOfOffer = reading(newestGuests(eq(guests.offerId, sql.placeholder('offer')), ofSchool))
export const guestPageOfTeacher = reading(newestGuests(eq(guests.teacherId, sql.placeholder('teacher')), ofSchool))
export const guestPageOfSchool = reading(newestGuests(eq(guests.schoolId, sql.placeholder('school'))))
/** Teachers of an offer who were proposed and not sent. */
export const proposedOfOffer = reading(
  guestCards().where(and(eq(guests.offerId, sql.placeholder('offer')), eq(guests.state, sql`'proposed'`))),
)
/** Guests whom a letter to the organiser was about. */
export const guestsOfEnvelope = reading(guestCards().where(eq(guests.envelopeId, ID)))

const standing = notInArray(guests.state, sql`('withdrawn', 'refused')`)
/** Who of these teachers stands on the list of an offer. */
export const guestsOfTeachers = reading(
  guestCards().where(
    and(
      inArray(guests.teacherId, sql`(SELECT value FROM json_each(${sql.placeholder('teachers')}))`),
      sql`+${guests.offerId} = ${sql.placeholder('offer')}`,
      standing,
    ),
  ),
)

/** Places of an offer that its guests no longer take. */
export function freePlaces(offer: string, freed: number): Statement {
  return statement('UPDATE offers SET taken = taken - ? WHERE id = ?', freed, offer)
}
