import './quality.css'
import type { Derivation } from '@shixun/domain/quality/evaluate'
import type { Explanation } from '@shixun/domain/quality/explain'
import { useRoute } from 'preact-iso'
import { entityHref } from '../../frame/entity-link.ts'
import { QueryView } from '../../frame/query-view.tsx'
import { useActing } from '../../session.ts'
import { BarChart } from '../../ui/bar-chart.tsx'
import { Button } from '../../ui/button.tsx'
import { Callout } from '../../ui/callout.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { DescriptionList } from '../../ui/description-list.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Tag } from '../../ui/tag.tsx'
import { useQuery } from '../../use-query.ts'
import { formatInstant, formatNumber } from '../../words/format.ts'
import { t, wordFor } from '../../words/words.ts'
import { BandTag } from './band-tag.tsx'
import { pointsText } from './hundredths.ts'
import { useSubjectTitles } from './subject-titles.ts'

function Lines({ lines }: { lines: readonly Explanation[] }) {
  return (
    <ol class="explain">
      {lines.map(({ line, formula, inputs }, at) => (
        <li key={`${at} ${line}`}>
          <strong>{line}</strong>
          <span class="explain-formula">{t('quality.formula', { formula })}</span>
          {inputs.length > 0 && (
            <ul class="explain-inputs">
              {inputs.map(({ name, value }, index) => (
                <li key={`${index} ${name}`}>
                  {name} <b>{value}</b>
                </li>
              ))}
            </ul>
          )}
        </li>
      ))}
    </ol>
  )
}

function Leaves({ derivation }: { derivation: Derivation }) {
  const { leaves } = derivation
  const points = (text: string | null) => (text === null ? null : Number(text))
  const ordinary = leaves.filter((leaf) => leaf.nature === 'score')
  return (
    <>
      <section class="card">
        <BarChart
          title={t('quality.leafChart')}
          unit="%"
          labelTitle={t('quality.criterion')}
          labels={ordinary.map(({ title }) => title)}
          series={[
            {
              name: t('quality.leafShare'),
              values: ordinary.map(({ rounded, max }) => {
                const value = points(rounded)
                return value === null || max === 0 ? null : (value * 10_000) / max
              }),
            },
          ]}
          format={(value) => formatNumber(value, 1)}
        />
      </section>
      <section class="card">
        <h2>{t('quality.leafTable')}</h2>
        <DataTable
          caption={t('quality.leafTable')}
          rows={leaves}
          rowKey={({ key }) => key}
          columns={[
            {
              key: 'title',
              title: t('quality.criterion'),
              card: 'title',
              render: ({ title, nature }) => (
                <>
                  {title}{' '}
                  {nature !== 'score' && (
                    <Tag tone={nature === 'veto' ? 'red' : 'amber'}>{wordFor('nature', nature)}</Tag>
                  )}
                </>
              ),
            },
            {
              key: 'source',
              title: t('quality.source'),
              render: ({ source }) => wordFor('source', source),
              nowrap: true,
            },
            {
              key: 'inputs',
              title: t('quality.inputs'),
              render: ({ scores, measured, source }) =>
                measured === null
                  ? scores.map(({ score }) => pointsText(score)).join('、') || t('ui.none')
                  : `${pointsText(measured)}${source === 'metric' || source === 'survey' ? '%' : ''}`,
            },
            {
              key: 'max',
              title: t('quality.maximum'),
              align: 'right',
              render: ({ max, nature }) => (nature === 'veto' ? t('ui.none') : pointsText(max)),
            },
            {
              key: 'score',
              title: t('quality.score'),
              align: 'right',
              render: ({ rounded, raised, state }) => {
                if (state !== 'scored') return <span class="muted">{wordFor('leafState', state)}</span>
                if (raised !== null) return raised ? t('quality.vetoRaised') : t('quality.vetoClear')
                return <strong>{rounded ?? t('ui.none')}</strong>
              },
            },
          ]}
        />
      </section>
    </>
  )
}

/** 得分从何而来: every figure, its formula and what went into it, in words. */
export function EvaluationPage() {
  const { district } = useActing()
  const id = useRoute().params['id'] ?? ''
  const params = { district, id }
  const card = useQuery('readEvaluation', { params })
  const explanation = useQuery('explainEvaluation', { params })
  const titles = useSubjectTitles()
  return (
    <QueryView query={card}>
      {(one) => {
        const title = titles.get(one.subjectId) ?? t('quality.evaluation')
        const href = entityHref(one.subjectId)
        return (
          <>
            <PageHead
              title={title}
              crumbs={[
                { label: t('shell.workbench'), href: '/' },
                { label: t('menu.evaluations'), href: '/evaluations' },
                { label: title },
              ]}
              tags={<Tag>{wordFor('subjectKind', one.subjectKind)}</Tag>}
              help={t('quality.explainHelp')}
              actions={
                <>
                  {href !== null && <Button href={href}>{t('quality.toSubject')}</Button>}
                  <Button icon="print" onClick={() => print()}>
                    {t('ui.print')}
                  </Button>
                </>
              }
            />
            <QueryView query={explanation}>
              {({ total, band, sha256, derivation, lines }) => {
                // the contract leaves both open: they are what the quality engine printed
                const kept = derivation as Derivation
                return (
                  <>
                    <section class="card explain-head">
                      <div class="explain-total">
                        <span>{formatNumber(total, 2)}</span>
                        <small>{t('quality.points')}</small>
                        <BandTag band={band} title={kept.bandTitle} />
                      </div>
                      <DescriptionList
                        items={[
                          {
                            label: t('menu.rubrics'),
                            value: <a href={`/rubrics/${one.rubricId}`}>{kept.rubricTitle}</a>,
                          },
                          { label: t('quality.method'), value: wordFor('method', kept.methodUsed) },
                          { label: t('quality.engine'), value: one.engine },
                          { label: t('quality.evaluatedAt'), value: formatInstant(one.createdAt) },
                          {
                            label: t('quality.fingerprint'),
                            value: <code class="quality-code">{sha256}</code>,
                            wide: true,
                          },
                        ]}
                      />
                    </section>
                    {kept.fallback !== null && (
                      <Callout kind="warning">
                        {t('quality.fallback', { reason: wordFor('figureReason', kept.fallback) })}
                      </Callout>
                    )}
                    <section class="card">
                      <h2>{t('quality.derivation')}</h2>
                      <Lines lines={lines as Explanation[]} />
                    </section>
                    <Leaves derivation={kept} />
                  </>
                )
              }}
            </QueryView>
          </>
        )
      }}
    </QueryView>
  )
}
