import { DescriptionList } from '../../ui/description-list.tsx'
import { t, wordFor } from '../../words/words.ts'
import type { Cohort } from './cohort-tabs.ts'

type Rules = Cohort['rules']
const join = (words: readonly string[]) => (words.length === 0 ? t('cohorts.noCondition') : words.join('、'))

function serviceText({ from, to }: Rules['serviceYears']): string {
  const parts = [
    from === null ? '' : `${t('cohorts.rule.serviceFrom')} ${from} ${t('cohorts.years')}`,
    to === null ? '' : `${t('cohorts.rule.serviceTo')} ${to} ${t('cohorts.years')}`,
  ].filter(Boolean)
  return parts.length === 0 ? t('cohorts.noCondition') : parts.join('，')
}

/** The rules of a cohort in words: only the conditions that are set, and what puts teachers forward. */
export function RulesView({ rules }: { rules: Rules }) {
  const { preference, absenceFrom } = rules
  const points = (['rural', 'town', 'frontLine', 'novice'] as const)
    .filter((key) => preference[key] > 0)
    .map((key) => `${t(`cohorts.prefer.${key}`)} +${preference[key]}`)
  return (
    <DescriptionList
      single
      items={[
        { label: t('cohorts.rule.phases'), value: join(rules.phases.map((phase) => wordFor('phase', phase))) },
        { label: t('cohorts.rule.areas'), value: join(rules.areas.map((area) => wordFor('area', area))) },
        { label: t('cohorts.rule.subjects'), value: join(rules.subjects) },
        { label: t('cohorts.rule.titles'), value: join(rules.titles) },
        { label: t('cohorts.rule.posts'), value: join(rules.posts) },
        {
          label: `${t('cohorts.rule.serviceFrom')} / ${t('cohorts.rule.serviceTo')}`,
          value: serviceText(rules.serviceYears),
        },
        {
          label: t('cohorts.rule.ethics'),
          value: rules.ethicsVeto ? t('cohorts.rule.ethicsHelp') : t('cohorts.noCondition'),
        },
        { label: t('cohorts.rule.quota'), value: `${rules.quotaPerSchool} ${t('cohorts.persons')}` },
        { label: t('cohorts.rule.preference'), value: points.length === 0 ? t('ui.none') : points.join('，') },
        {
          label: t('cohorts.rule.absence'),
          value: t('cohorts.rule.absenceOf', { part: absenceFrom[0], whole: absenceFrom[1] }),
        },
      ]}
    />
  )
}
