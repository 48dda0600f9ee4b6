import type { Derivation } from '@shixun/domain/quality/evaluations/evaluate'
import type { OutputOf } from '../../../call.ts'
import { DataTable } from '../../../ui/data-table.tsx'
import { DescriptionList } from '../../../ui/description-list.tsx'
import { Tag } from '../../../ui/tag.tsx'
import { t, wordFor } from '../../../words/words.ts'
import { fixedPoints } from '../hundredths.ts'

type Experts = OutputOf<'explainEvaluation'>['experts']

/** Totals under every method, side by side; one counts. */
function Methods({ derivation }: { derivation: Derivation }) {
  return (
    <section class="card">
      <h2>{t('evaluations.methods')}</h2>
      <DataTable
        caption={t('evaluations.methods')}
        rows={derivation.variants}
        rowKey={({ method }) => method}
        columns={[
          {
            key: 'method',
            title: t('quality.method'),
            card: 'title',
            render: ({ method }) => (
              <>
                {wordFor('method', method)}{' '}
                {method === derivation.methodUsed && <Tag tone="blue">{t('evaluations.official')}</Tag>}
              </>
            ),
          },
          {
            key: 'total',
            title: t('quality.total'),
            align: 'right',
            render: ({ total, reason }) =>
              total === null
                ? t('evaluations.noTotal', { reason: wordFor('figureReason', reason ?? 'no_sheets') })
                : fixedPoints(total),
          },
        ]}
      />
    </section>
  )
}

/** How far the experts were apart, each by the drawn number; names for whoever may know them. */
function Agreement({ derivation, experts }: { derivation: Derivation; experts: Experts }) {
  const number = (rater: string, at: number) => (/^\d+$/.test(rater) ? Number(rater) : at + 1)
  const nameOf = (rater: string) => experts.find(({ no }) => no === rater)?.name
  return (
    <section class="card">
      <h2>{t('evaluations.agreement')}</h2>
      <p class="muted">{t('evaluations.numbersHere')}</p>
      <DescriptionList
        items={[
          { label: t('evaluations.gap'), value: derivation.gap ?? t('ui.none') },
          {
            label: t('evaluations.sheetTotals'),
            value: derivation.sheets
              .map(
                ({ rater, total }, at) => `${t('evaluations.expert', { no: number(rater, at) })} ${fixedPoints(total)}`,
              )
              .join('　'),
            wide: true,
          },
          ...(experts.length > 0
            ? [
                {
                  label: t('evaluations.experts'),
                  value: experts
                    .map(({ no }) => `${t('evaluations.expert', { no: Number(no) })} ${nameOf(no) ?? ''}`)
                    .join('　'),
                  wide: true,
                },
              ]
            : []),
        ]}
      />
    </section>
  )
}

/** Which rules of the rubric applied, and where rounding took place. */
function Rules({
  derivation,
  evidence,
}: {
  derivation: Derivation
  evidence: readonly { name: string; sha256: string }[]
}) {
  const titles = derivation.leaves.filter(({ key }) => derivation.vetoes.includes(key)).map(({ title }) => title)
  return (
    <section class="card">
      <h2>{t('evaluations.rules')}</h2>
      <DescriptionList
        items={[
          { label: t('evaluations.missingRule'), value: wordFor('missingRule', derivation.missingRule) },
          {
            label: t('evaluations.vetoes'),
            value:
              titles.length === 0 ? t('evaluations.vetoNone') : t('evaluations.vetoBy', { titles: titles.join('、') }),
          },
          { label: t('evaluations.roundedOnce'), value: t('evaluations.roundedOnceHelp') },
          ...(evidence.length > 0
            ? [
                {
                  label: t('evaluations.evidence'),
                  value: evidence.map(({ name, sha256: sha }) => t('evaluations.evidenceOf', { name, sha })).join('；'),
                  wide: true,
                },
              ]
            : []),
        ]}
      />
    </section>
  )
}

export function EvaluationMethods({
  answer,
  derivation,
}: {
  answer: OutputOf<'explainEvaluation'>
  derivation: Derivation
}) {
  return (
    <>
      <Rules derivation={derivation} evidence={answer.inputs.evidence} />
      {derivation.sheets.length > 1 && (
        <>
          <Methods derivation={derivation} />
          <Agreement derivation={derivation} experts={answer.experts} />
        </>
      )}
    </>
  )
}
