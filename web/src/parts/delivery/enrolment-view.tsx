import './enrolments.css'
import type { OutputOf } from '../../call.ts'
import { HistoryCard } from '../../frame/history-card.tsx'
import { useActing } from '../../session.ts'
import { DescriptionList } from '../../ui/description-list.tsx'
import { useQuery } from '../../use-query.ts'
import { formatInstant } from '../../words/format.ts'
import { t, wordFor } from '../../words/words.ts'
import { FindingList } from './finding-list.tsx'

interface EnrolmentViewProps {
  enrolment: OutputOf<'readEnrolment'>
}

/** One enrolment: why it stands where it stands, and how it came there. */
export function EnrolmentView({ enrolment: one }: EnrolmentViewProps) {
  const { district } = useActing()
  const history = useQuery('readEnrolmentHistory', { params: { district, id: one.id } })
  const { plea, waiver, reason, offerUntil } = one
  return (
    <div class="stack">
      <DescriptionList
        single
        items={[
          { label: t('enrol.cohort'), value: <a href={`/cohorts/${one.cohortId}?tab=roster`}>{one.cohortTitle}</a> },
          { label: t('enrol.dates'), value: t('enrol.datesOf', { from: one.startsOn, to: one.endsOn }) },
          { label: t('enrol.school'), value: one.schoolName },
          { label: t('enrol.subject'), value: `${wordFor('phase', one.phase)} ${one.subject}` },
          { label: t('enrol.preference'), value: one.preference },
          { label: t('enrol.nominatedAt'), value: formatInstant(one.createdAt) },
          { label: t('enrol.findings'), value: <FindingList findings={one.findings} waiver={waiver} /> },
          ...(plea === null ? [] : [{ label: t('enrol.plea'), value: plea }]),
          ...(waiver === null
            ? []
            : [
                {
                  label: t('enrol.waive'),
                  value: t('enrol.waivedBy', { by: waiver.by, at: formatInstant(waiver.at), reason: waiver.reason }),
                },
              ]),
          ...(offerUntil === null
            ? []
            : [{ label: t('enrol.offerUntil'), value: t('enrol.offerUntilDay', { day: offerUntil }) }]),
          ...(reason === null ? [] : [{ label: t('frame.reason'), value: reason }]),
        ]}
      />
      <HistoryCard group="enrolment" query={history} />
    </div>
  )
}
