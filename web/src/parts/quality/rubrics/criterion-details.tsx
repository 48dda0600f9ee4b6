import { choicesOf, oneOf } from '../../../frame/choices.ts'
import { Field } from '../../../ui/field.tsx'
import { NumberInput } from '../../../ui/number-input.tsx'
import { Select } from '../../../ui/select.tsx'
import { Textarea } from '../../../ui/textarea.tsx'
import { t, wordFor } from '../../../words/words.ts'
import { hundredthsOf } from '../hundredths.ts'
import type { CriterionRowProps } from './criterion-row.tsx'
import { metrics, natureOf, natures, pointerOf, sourceOf, sources } from './rubric-tree.ts'

const vetoRules = ['majority', 'any'] as const

function MetricDefinition({ metric }: { metric: string | undefined }) {
  if (metric === undefined) return null
  const definition = t('rubrics.metricIs', {
    numerator: wordFor('metricNumerator', metric),
    denominator: wordFor('metricDenominator', metric),
  })
  return (
    <>
      {wordFor('metric', metric)} = {definition}
      <br />
      {t('rubrics.metricGives')}
    </>
  )
}

/** Where a leaf's figure comes from and what it means; of a group what it has to add up to. */
export function CriterionDetails({ node, path, tree, wrong }: CriterionRowProps) {
  const set = (change: Parameters<typeof tree.change>[1]) => tree.change(path, change)
  const error = (member: string) => wrong[`${pointerOf(path)}/${member}`]
  const at = (field: string) => `${node.key}/${field}`
  const help = (
    <Field label={node.kind === 'group' ? t('rubrics.groupHelp') : t('quality.leafHelp')} optional pointer={at('help')}>
      {(link) => (
        <Textarea
          {...link}
          value={node.help ?? ''}
          onChange={(text) => set({ help: text === '' ? undefined : text })}
          maxLength={500}
          rows={2}
        />
      )}
    </Field>
  )
  if (node.kind === 'group')
    return (
      <div class="crit-details">
        <Field label={t('rubrics.groupTarget')} pointer={at('target')} error={error('max')} short>
          {(link) => (
            <NumberInput
              {...link}
              value={node.max === undefined ? null : node.max / 100}
              onChange={(value) => set({ max: value === null ? undefined : hundredthsOf(value) })}
              decimals={2}
              unit={t('quality.points')}
            />
          )}
        </Field>
        {help}
      </div>
    )
  const source = sourceOf(node)
  const nature = natureOf(node)
  return (
    <div class="crit-details">
      <Field
        label={t('quality.source')}
        pointer={at('source')}
        help={wordFor('sourceHelp', source)}
        error={error('source')}
      >
        {(link) => (
          <Select
            {...link}
            value={source}
            onChange={(value) => {
              const next = oneOf(sources, value)
              set({ source: next, metric: next === 'metric' || next === 'survey' ? node.metric : undefined })
            }}
            options={choicesOf('source', sources)}
            placeholder={null}
          />
        )}
      </Field>
      <Field
        label={t('quality.nature')}
        pointer={at('nature')}
        help={wordFor('natureHelp', nature)}
        error={error('nature')}
      >
        {(link) => (
          <Select
            {...link}
            value={nature}
            onChange={(value) =>
              set({ nature: oneOf(natures, value), max: value === 'veto' ? undefined : node.max, vetoBy: undefined })
            }
            options={choicesOf('nature', natures)}
            placeholder={null}
          />
        )}
      </Field>
      {(source === 'metric' || source === 'survey') && (
        <Field
          label={wordFor('rubricMember', 'metric')}
          pointer={at('metric')}
          required={source === 'metric'}
          help={<MetricDefinition metric={node.metric ?? (source === 'survey' ? 'satisfaction' : undefined)} />}
          error={error('metric')}
        >
          {(link) => (
            <Select
              {...link}
              value={node.metric ?? ''}
              onChange={(metric) => set({ metric: metric === '' ? undefined : metric })}
              options={choicesOf('metric', metrics)}
              placeholder={source === 'metric' ? t('rubrics.noMetric') : t('rubrics.surveyMetric')}
            />
          )}
        </Field>
      )}
      {nature === 'veto' && (
        <Field label={t('quality.vetoBy')} pointer={at('vetoBy')}>
          {(link) => (
            <Select
              {...link}
              value={node.vetoBy ?? 'majority'}
              onChange={(value) => set({ vetoBy: oneOf(vetoRules, value) })}
              options={choicesOf('vetoBy', vetoRules)}
              placeholder={null}
            />
          )}
        </Field>
      )}
      {help}
    </div>
  )
}
