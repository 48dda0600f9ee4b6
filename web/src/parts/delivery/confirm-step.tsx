import { DescriptionList } from '../../ui/description-list.tsx'
import { StageTimeline } from '../../ui/stage-timeline.tsx'
import { formatInstant, formatNumber } from '../../words/format.ts'
import { t, wordFor } from '../../words/words.ts'
import type { CohortDraft } from './cohort-draft.ts'
import { RulesView } from './rules-view.tsx'

/** A last look before the cohort is stored. */
export function ConfirmStep({ draft }: { draft: CohortDraft }) {
  return (
    <>
      <h2>{draft.title}</h2>
      <DescriptionList
        items={[
          { label: t('cohorts.topic'), value: draft.topic },
          { label: t('cohorts.line'), value: draft.line },
          { label: t('cohorts.level'), value: wordFor('level', draft.level) },
          { label: t('cohorts.module'), value: draft.module },
          { label: t('cohorts.channel'), value: wordFor('channel', draft.channel) },
          { label: t('cohorts.subject'), value: draft.subject },
          { label: t('cohorts.places'), value: formatNumber(draft.places) },
          { label: t('cohorts.waitingPlaces'), value: formatNumber(draft.waitingPlaces) },
          {
            label: t('cohorts.nominateUntil'),
            value: draft.nominateUntil === null ? t('cohorts.notSet') : formatInstant(draft.nominateUntil),
          },
        ]}
      />
      <StageTimeline rows={draft.stages.map(({ title, from, to }) => ({ text: title, from, to }))} />
      <h2>{t('cohorts.rules')}</h2>
      <RulesView rules={draft.rules} />
    </>
  )
}
