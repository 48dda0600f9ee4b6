import type { OutputOf } from '../../../call.ts'
import { useNow } from '../../../frame/use-now.ts'
import { useActing } from '../../../session.ts'
import { Button } from '../../../ui/button.tsx'
import { Callout } from '../../../ui/callout.tsx'
import { DateInput } from '../../../ui/date-input.tsx'
import { Field } from '../../../ui/field.tsx'
import { NumberInput } from '../../../ui/number-input.tsx'
import type { Query } from '../../../use-query.ts'
import { useQuery } from '../../../use-query.ts'
import { formatDate } from '../../../words/format.ts'
import { t } from '../../../words/words.ts'
import { type NoticeDraft, stepReady } from './notice-draft.ts'
import { TermPreview } from './term-preview.tsx'

/** The term of a draft as the API counts it; nothing while its members are not filled. */
export function useTerm(draft: NoticeDraft): Query<OutputOf<'previewNoticeTerm'>> {
  const { district } = useActing()
  const { startsOn, workingDays } = draft
  return useQuery(
    'previewNoticeTerm',
    stepReady(draft, 'term') && workingDays !== null
      ? { params: { district }, query: { workingDays, ...(startsOn === '' ? {} : { startsOn }) } }
      : null,
  )
}

interface NoticeTermStepProps {
  draft: NoticeDraft
  errors: Readonly<Record<string, string>>
  onChange: (draft: NoticeDraft) => void
}

/** 公示期: from when and for how long, with every day as it is counted. */
export function NoticeTermStep({ draft, errors, onChange }: NoticeTermStepProps) {
  const today = formatDate(useNow())
  const term = useTerm(draft)
  const { problem, data } = term
  const missing = problem?.code === 'calendar-year-missing'
  const later = draft.startsOn > today
  return (
    <>
      <div class="grid-2">
        <Field
          label={t('publicity.startsOn')}
          short
          help={t('publicity.startsOnHelp')}
          error={errors['/startsOn'] ?? problem?.fields['/startsOn']}
        >
          {(link) => (
            <DateInput
              {...link}
              value={draft.startsOn === '' ? today : draft.startsOn}
              min={today}
              onChange={(startsOn) => onChange({ ...draft, startsOn })}
            />
          )}
        </Field>
        <Field
          label={t('publicity.workingDays')}
          required
          short
          help={t('publicity.workingDaysHelp')}
          error={errors['/workingDays'] ?? problem?.fields['/workingDays']}
        >
          {(link) => (
            <NumberInput
              {...link}
              value={draft.workingDays}
              unit={t('publicity.daysUnit')}
              onChange={(workingDays) => onChange({ ...draft, workingDays })}
            />
          )}
        </Field>
      </div>
      {problem && Object.keys(problem.fields).length === 0 && (
        <Callout
          kind={missing ? 'warning' : 'error'}
          title={problem.title}
          actions={
            missing && (
              <Button size="small" href="/settings/work-calendar">
                {t('publicity.toCalendar')}
              </Button>
            )
          }
        >
          {problem.detail}
        </Callout>
      )}
      {later && <Callout>{t('publicity.beginsLater', { date: draft.startsOn })}</Callout>}
      {data && !problem && <TermPreview term={data} />}
    </>
  )
}
