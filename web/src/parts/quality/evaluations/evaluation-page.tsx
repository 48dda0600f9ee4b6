import '../quality.css'
import './evaluations.css'
import type { Derivation } from '@shixun/domain/quality/evaluations/evaluate'
import { useRoute } from 'preact-iso'
import { addressOf, type OutputOf } from '../../../call.ts'
import { entityHref } from '../../../frame/entity-link.ts'
import { QueryView } from '../../../frame/query-view.tsx'
import { useActing } from '../../../session.ts'
import { Button } from '../../../ui/button.tsx'
import { Callout } from '../../../ui/callout.tsx'
import { DescriptionList } from '../../../ui/description-list.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { Tag } from '../../../ui/tag.tsx'
import { useQuery } from '../../../use-query.ts'
import { formatInstant, formatNumber } from '../../../words/format.ts'
import { language, t, wordFor } from '../../../words/words.ts'
import { AppealChance } from '../appeals/appeal-chance.tsx'
import { ReleasedComments } from '../comments/lazy-released-comments.ts'
import { BandTag } from './band-tag.tsx'
import { EvaluationCheck } from './evaluation-check.tsx'
import { EvaluationMethods } from './evaluation-methods.tsx'
import { EvaluationSteps } from './evaluation-steps.tsx'
import { EvaluationTree } from './evaluation-tree.tsx'

type Evaluation = OutputOf<'readEvaluation'>

function Notices({ one, derivation }: { one: Evaluation; derivation: Derivation }) {
  const missing = derivation.leaves.filter(({ key }) => derivation.blockedBy.includes(key)).map(({ title }) => title)
  return (
    <>
      {one.newerId !== null && (
        <Callout kind="warning" actions={<a href={`/evaluations/${one.newerId}`}>{t('evaluations.toNewer')}</a>}>
          {t('evaluations.newer')}
        </Callout>
      )}
      {one.previousId !== null && (
        <Callout kind="info" actions={<a href={`/evaluations/${one.id}/comparison`}>{t('evaluations.compare')}</a>}>
          {t('evaluations.older', {
            cause: wordFor('evaluationCause', one.cause),
            reason: one.reason ?? t('ui.none'),
          })}
        </Callout>
      )}
      {derivation.status === 'blocked' && (
        <Callout kind="warning" title={t('evaluations.blocked')}>
          {t('evaluations.blockedHelp', { titles: missing.join('、') })}
        </Callout>
      )}
      {derivation.fallback !== null && (
        <Callout kind="warning">
          {t('quality.fallback', { reason: wordFor('figureReason', derivation.fallback) })}
        </Callout>
      )}
    </>
  )
}

function Head({ one, derivation }: { one: Evaluation; derivation: Derivation }) {
  return (
    <section class="card explain-head">
      <div class="explain-total">
        <span>{one.total === null ? t('evaluations.blocked') : formatNumber(one.total, 2)}</span>
        {one.total !== null && <small>{t('evaluations.full')}</small>}
        <BandTag band={one.band} title={derivation.bandTitle} />
      </div>
      <DescriptionList
        items={[
          { label: t('evaluations.unit'), value: one.unitName },
          {
            label: t('evaluations.rubric'),
            value: (
              <a href={`/rubrics/${one.rubricId}`}>
                {t('evaluations.version', { title: one.rubricTitle, no: one.rubricNo })}
              </a>
            ),
          },
          { label: t('quality.method'), value: wordFor('method', derivation.methodUsed) },
          { label: t('evaluations.cause'), value: wordFor('evaluationCause', one.cause) },
          { label: t('quality.evaluatedAt'), value: formatInstant(one.createdAt) },
          { label: t('quality.engine'), value: one.engine },
        ]}
      />
    </section>
  )
}

/** 得分从何而来: every figure, its formula and what went into it, in words. */
export function EvaluationPage() {
  const { district } = useActing()
  const id = useRoute().params['id'] ?? ''
  const params = { district, id }
  const card = useQuery('readEvaluation', { params })
  const explanation = useQuery('explainEvaluation', { params, query: { language: language() } })
  return (
    <QueryView query={card}>
      {(one) => {
        const title = one.subjectTitle || t('quality.evaluation')
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
                  <Button href={addressOf('exportEvaluation', params)}>{t('evaluations.excel')}</Button>
                  <Button href={addressOf('explainEvaluation', params)}>{t('evaluations.json')}</Button>
                  <Button icon="print" onClick={() => print()}>
                    {t('ui.print')}
                  </Button>
                </>
              }
            />
            <QueryView query={explanation}>
              {(answer) => {
                // the contract leaves it open: it is what the quality engine printed
                const derivation = answer.derivation as Derivation
                return (
                  <div class="evaluation">
                    <Notices one={one} derivation={derivation} />
                    <Head one={one} derivation={derivation} />
                    {(one.newerId === null || one.appeal.id !== null) && <AppealChance one={one} />}
                    <EvaluationTree tree={answer.tree} />
                    <EvaluationSteps lines={answer.lines} />
                    <EvaluationMethods answer={answer} derivation={derivation} />
                    {one.subjectKind === 'application' && <ReleasedComments applicationId={one.subjectId} />}
                    <EvaluationCheck id={one.id} sha256={answer.sha256} inputsSha256={answer.inputsSha256} />
                  </div>
                )
              }}
            </QueryView>
          </>
        )
      }}
    </QueryView>
  )
}
