import {
  announcementsOfMine,
  cohortsOfMine,
  enrolmentsOfMine,
  sessionsOfMine,
  unreadOfMine,
} from '@shixun/db/tenant/calendars'
import type { CohortCardRow } from '@shixun/db/tenant/cohorts'
import { chinaDate, startOfChinaDay } from '@shixun/domain/shared/china-time'
import { ok } from '@shixun/domain/shared/result'
import type { Verdict } from '@shixun/http/scene'
import type { DeliveryScene } from '../store.ts'
import { sessionCard } from './cohort-card.ts'

const ENROLMENTS = 60
const SESSIONS = 200
const ANNOUNCEMENTS = 30

/** A cohort as a teacher finds it among their own: nothing of the project behind it. */
function myCohort({ id, title, state, topic, unitName, minutes, startsOn, endsOn }: CohortCardRow) {
  return { id, title, state, topic, unitName, minutes, startsOn, endsOn }
}

/** 我的培训：a teacher's own enrolments, and the sessions from today on. */
export async function readMyTraining(scene: DeliveryScene): Promise<Verdict> {
  const teacher = scene.visitor.kind === 'person' ? (scene.visitor.unit ?? '') : ''
  const from = startOfChinaDay(chinaDate(scene.now))
  const [enrolled, cohorts, sessions, posts, unread] = await scene.store.tenant.read(
    enrolmentsOfMine({ teacher, limit: ENROLMENTS }),
    cohortsOfMine({ teacher, limit: ENROLMENTS }),
    sessionsOfMine({ teacher, from, most: SESSIONS }),
    announcementsOfMine({ teacher, posts: ANNOUNCEMENTS }),
    unreadOfMine({ teacher }),
  )
  const byId = new Map(cohorts.map((cohort) => [cohort.id, cohort]))
  const waiting = new Set(unread.map(({ entity }) => entity))
  return ok({
    body: {
      announcements: posts.map((post) => ({
        ...post,
        cohortTitle: byId.get(post.cohortId)?.title ?? '',
        unread: waiting.has(post.id),
      })),
      enrolments: enrolled.flatMap(({ id, cohortId, state, reason }) => {
        const cohort = byId.get(cohortId)
        return cohort ? [{ id, state, reason, cohort: myCohort(cohort) }] : []
      }),
      sessions: sessions.flatMap((session) => {
        const cohort = byId.get(session.cohortId)
        if (!cohort || cohort.state === 'cancelled') return []
        return [{ ...sessionCard(scene, cohort, session), cohortTitle: cohort.title }]
      }),
    },
  })
}
