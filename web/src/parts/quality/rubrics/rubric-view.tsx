import '../quality.css'
import { Fragment } from 'preact'
import { DescriptionList } from '../../../ui/description-list.tsx'
import { Tag } from '../../../ui/tag.tsx'
import { t, wordFor } from '../../../words/words.ts'
import { pointsText } from '../hundredths.ts'
import { type Criterion, natureOf, type Rubric, sourceOf, weightOf } from './rubric-tree.ts'

function pointsOf(node: Criterion): string {
  if (node.kind === 'group') return pointsText(weightOf(node.children ?? []))
  const nature = natureOf(node)
  // a draft may still be without points: that is not a zero
  if (nature === 'veto' || node.max === undefined) return t('ui.none')
  const sign = nature === 'bonus' ? '+' : nature === 'deduction' ? '−' : ''
  return `${sign}${pointsText(node.max)}`
}

function Rows({ nodes, depth, number }: { nodes: readonly Criterion[]; depth: number; number: string }) {
  return (
    <>
      {nodes.map((node, at) => {
        const here = number === '' ? String(at + 1) : `${number}.${at + 1}`
        const nature = natureOf(node)
        return (
          <Fragment key={node.key}>
            <tr class={node.kind === 'group' ? 'rubric-group' : undefined}>
              <th scope="row" style={{ paddingLeft: `${0.75 + depth * 1.25}rem` }}>
                <span class="criterion-number">{here}</span> {node.title}
                {node.help && <div class="rubric-help">{node.help}</div>}
              </th>
              <td>
                {node.kind === 'leaf' && (
                  <>
                    {wordFor('source', sourceOf(node))}
                    {node.metric && `（${wordFor('metric', node.metric)}）`}{' '}
                    {nature !== 'score' && (
                      <Tag tone={nature === 'veto' ? 'red' : 'amber'}>{wordFor('nature', nature)}</Tag>
                    )}
                  </>
                )}
              </td>
              <td class="number">{pointsOf(node)}</td>
            </tr>
            {node.kind === 'group' && <Rows nodes={node.children ?? []} depth={depth + 1} number={here} />}
          </Fragment>
        )
      })}
    </>
  )
}

/** A rubric for reading and printing. */
export function RubricView({ rubric }: { rubric: Rubric }) {
  return (
    <>
      <section class="card">
        <h2>{t('quality.criteria')}</h2>
        <div class="rubric-scroll">
          <table class="rubric-table">
            <caption class="visually-hidden">{rubric.title}</caption>
            <thead>
              <tr>
                <th scope="col">{t('quality.criterion')}</th>
                <th scope="col">{t('quality.source')}</th>
                <th scope="col" class="number">
                  {t('quality.maximum')}
                </th>
              </tr>
            </thead>
            <tbody>
              <Rows nodes={rubric.criteria} depth={0} number="" />
            </tbody>
            <tfoot>
              <tr>
                <th scope="row" colSpan={2}>
                  {t('ui.chartTotal')}
                </th>
                <td class="number">{pointsText(weightOf(rubric.criteria))}</td>
              </tr>
            </tfoot>
          </table>
        </div>
      </section>
      <section class="card">
        <h2>{t('quality.rules')}</h2>
        <DescriptionList
          items={[
            { label: t('quality.method'), value: wordFor('method', rubric.method) },
            { label: t('quality.gap'), value: `${pointsText(rubric.disagreement.gap)} ${t('quality.points')}` },
            {
              label: t('quality.passLine'),
              value: `${pointsText(rubric.disagreement.passLine)} ${t('quality.points')}`,
            },
            { label: t('quality.missing'), value: wordFor('missing', rubric.missing) },
            {
              label: t('quality.bands'),
              value: [...rubric.bands]
                .sort((a, b) => b.from - a.from)
                .map((band) => t('quality.bandFromPoints', { title: band.title, points: pointsText(band.from) }))
                .join('；'),
              wide: true,
            },
          ]}
        />
      </section>
    </>
  )
}
