import { Button } from '../../ui/button.tsx'
import { DateInput } from '../../ui/date-input.tsx'
import { Field } from '../../ui/field.tsx'
import { NumberInput } from '../../ui/number-input.tsx'
import { StageTimeline } from '../../ui/stage-timeline.tsx'
import { TextInput } from '../../ui/text-input.tsx'
import { t } from '../../words/words.ts'
import { ChinaTimeInput } from '../calls/china-time-input.tsx'
import { type CohortDraft, type CohortStepProps, freshStageId } from './cohort-draft.ts'

type Stage = CohortDraft['stages'][number]

/** How many come, until when they are nominated, and the stages on a line of time. */
export function PlanStep({ draft, onChange, errors }: CohortStepProps) {
  const { stages } = draft
  const put = (at: number, part: Partial<Stage>) =>
    onChange({ stages: stages.map((stage, index) => (index === at ? { ...stage, ...part } : stage)) })
  return (
    <>
      <div class="grid-2">
        <Field label={t('cohorts.places')} required short error={errors['/places']}>
          {(link) => (
            <NumberInput
              {...link}
              value={draft.places}
              onChange={(places) => onChange({ places: places ?? 0 })}
              unit={t('cohorts.persons')}
            />
          )}
        </Field>
        <Field label={t('cohorts.waitingPlaces')} short error={errors['/waitingPlaces']}>
          {(link) => (
            <NumberInput
              {...link}
              value={draft.waitingPlaces}
              onChange={(places) => onChange({ waitingPlaces: places ?? 0 })}
              unit={t('cohorts.persons')}
            />
          )}
        </Field>
      </div>
      <Field
        label={t('cohorts.nominateUntil')}
        group
        help={t('cohorts.nominateUntilHelp')}
        error={errors['/nominateUntil']}
      >
        {(link) => (
          <ChinaTimeInput
            {...link}
            value={draft.nominateUntil ?? ''}
            usualTime="17:30"
            onChange={(until) => onChange({ nominateUntil: until === '' ? null : until })}
          />
        )}
      </Field>
      <Field label={t('cohorts.stages')} required group help={t('cohorts.stagesHelp')} error={errors['/stages']}>
        {() => (
          <div class="stage-rows">
            {stages.map((stage, at) => (
              <div class="stage-row" key={stage.id}>
                <Field label={t('cohorts.stageTitle')} error={errors[`/stages/${at}/title`]}>
                  {(link) => (
                    <TextInput {...link} value={stage.title} onChange={(title) => put(at, { title })} maxLength={40} />
                  )}
                </Field>
                <Field label={t('ui.from')} short error={errors[`/stages/${at}/from`]}>
                  {(link) => <DateInput {...link} value={stage.from} onChange={(from) => put(at, { from })} />}
                </Field>
                <div class="row">
                  <Field label={t('ui.to')} short error={errors[`/stages/${at}/to`]}>
                    {(link) => <DateInput {...link} value={stage.to} onChange={(to) => put(at, { to })} />}
                  </Field>
                  {stages.length > 1 && (
                    <Button
                      kind="text"
                      icon="close"
                      title={t('cohorts.removeStage', { name: stage.title })}
                      onClick={() => onChange({ stages: stages.filter((_, index) => index !== at) })}
                    />
                  )}
                </div>
              </div>
            ))}
            <div>
              <Button
                size="small"
                icon="plus"
                disabled={stages.length >= 20}
                onClick={() =>
                  onChange({
                    stages: [
                      ...stages,
                      {
                        id: freshStageId(stages),
                        title: '',
                        from: stages[stages.length - 1]?.to ?? '',
                        to: stages[stages.length - 1]?.to ?? '',
                      },
                    ],
                  })
                }
              >
                {t('cohorts.addStage')}
              </Button>
            </div>
          </div>
        )}
      </Field>
      <StageTimeline rows={stages.map(({ title, from, to }) => ({ text: title, from, to }))} />
    </>
  )
}
