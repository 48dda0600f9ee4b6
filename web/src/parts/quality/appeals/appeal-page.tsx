import '../quality.css'
import '../evaluations/evaluations.css'
import { useRoute } from 'preact-iso'
import { call, type OutputOf } from '../../../call.ts'
import { HistoryCard } from '../../../frame/history-card.tsx'
import { MoveButtons } from '../../../frame/move-buttons.tsx'
import { QueryView } from '../../../frame/query-view.tsx'
import { lazyExtra, lazyPage } from '../../../lazy-page.tsx'
import { useActing } from '../../../session.ts'
import { Callout } from '../../../ui/callout.tsx'
import { DescriptionList } from '../../../ui/description-list.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { StateTag } from '../../../ui/state-tag.tsx'
import { Tag } from '../../../ui/tag.tsx'
import { useQuery } from '../../../use-query.ts'
import { formatDate, formatInstant, formatNumber } from '../../../words/format.ts'
import { t, wordFor } from '../../../words/words.ts'
import type { AppealConsequencesProps } from './appeal-consequences.tsx'
import { AppealEvidence } from './appeal-evidence.tsx'

export type Appeal = OutputOf<'readAppeal'>

const AcceptAppeal = lazyExtra<{ one: Appeal }>(() => import('./accept-appeal.tsx').then((m) => m.AcceptAppeal))
const SettleAppeal = lazyPage<{ one: Appeal }>(() => import('./settle-appeal.tsx').then((m) => m.SettleAppeal))
const AppealConsequences = lazyPage<AppealConsequencesProps>(() =>
  import('./appeal-consequences.tsx').then((m) => m.AppealConsequences),
)

function Facts({ one }: { one: Appeal }) {
  return (
    <section class="card stack">
      <h2>{t('appeals.facts')}</h2>
      <DescriptionList
        items={[
          { label: t('evaluations.unit'), value: one.unitName },
          {
            label: t('appeals.evaluation'),
            value: (
              <a href={`/evaluations/${one.evaluationId}`}>
                {one.title} {formatNumber(one.totalBefore, 2)}
              </a>
            ),
          },
          { label: t('appeals.filedOn'), value: formatDate(one.filedOn) },
          {
            label: t('appeals.dueOn'),
            value: (
              <>
                {formatDate(one.dueOn)} {one.overdue && <Tag tone="red">{t('appeals.overdue')}</Tag>}
              </>
            ),
          },
          { label: t('appeals.text'), value: <span class="pre-line">{one.text}</span>, wide: true },
          ...one.points.map(({ title, text }) => ({
            label: t('appeals.pointText', { title }),
            value: <span class="pre-line">{text}</span>,
            wide: true,
          })),
        ]}
      />
    </section>
  )
}

function Answer({ one }: { one: Appeal }) {
  if (one.answer === null) return null
  const { newEvaluationId, settlement, consequences } = one
  return (
    <section class="card stack">
      <h2>{t('appeals.answer')}</h2>
      <DescriptionList
        items={[
          { label: t('appeals.answer'), value: <span class="pre-line">{one.answer}</span>, wide: true },
          { label: t('appeals.answeredAt'), value: formatInstant(one.answeredAt) },
          ...(one.way === null ? [] : [{ label: t('appeals.way'), value: wordFor('appealWay', one.way) }]),
          ...(one.opinion === null
            ? []
            : [
                {
                  label: t('appeals.opinion'),
                  value: t('appeals.opinionState', { state: wordFor('scoresheet', one.opinion.state) }),
                },
              ]),
          ...(settlement === null
            ? []
            : [
                { label: t('appeals.settlement'), value: <span class="pre-line">{settlement}</span>, wide: true },
                { label: t('appeals.settledAt'), value: formatInstant(one.settledAt) },
              ]),
          ...(newEvaluationId === null
            ? []
            : [
                {
                  label: t('appeals.newResult'),
                  value: (
                    <>
                      <a href={`/evaluations/${newEvaluationId}`}>{formatNumber(one.totalAfter, 2)}</a>
                      {' · '}
                      <a href={`/evaluations/${newEvaluationId}/comparison`}>{t('evaluations.compare')}</a>
                    </>
                  ),
                },
              ]),
          ...(one.acknowledgedAt === null
            ? []
            : [{ label: t('appeals.acknowledgedAt'), value: formatInstant(one.acknowledgedAt) }]),
        ]}
      />
      {consequences !== null && <AppealConsequences consequences={consequences} kind={one.subjectKind} />}
    </section>
  )
}

function Moves({ one }: { one: Appeal }) {
  const { district } = useActing()
  const params = { district, id: one.id }
  return (
    <>
      {one.actions.includes('accept') && <AcceptAppeal one={one} />}
      <MoveButtons
        offered={one.actions}
        moves={[
          {
            action: 'dismiss',
            label: t('appeals.dismiss'),
            message: t('appeals.dismissHelp'),
            note: 'required',
            send: (note = '') => call('dismissAppeal', { params, body: { note }, ifMatch: one.version }),
          },
          {
            action: 'withdraw',
            label: t('appeals.withdraw'),
            message: t('appeals.withdrawHelp'),
            note: 'optional',
            send: (note) => call('withdrawAppeal', { params, body: { note }, ifMatch: one.version }),
          },
          {
            action: 'acknowledge',
            label: t('appeals.acknowledge'),
            message: t('appeals.acknowledgeHelp'),
            note: 'none',
            kind: 'primary',
            send: () => call('acknowledgeAppeal', { params, body: {}, ifMatch: one.version }),
          },
        ]}
      />
    </>
  )
}

/** An appeal: what is contested, its evidence, the answer, what came of it, and the way it went. */
export function AppealPage() {
  const { district, role } = useActing()
  const params = { district, id: useRoute().params['id'] ?? '' }
  const query = useQuery('readAppeal', { params })
  const history = useQuery('readAppealHistory', { params })
  return (
    <QueryView query={query}>
      {(one) => (
        <>
          <PageHead
            title={one.title}
            crumbs={[
              { label: t('shell.workbench'), href: '/' },
              { label: t('menu.appeals'), href: '/appeals' },
              { label: one.title },
            ]}
            tags={<StateTag group="appeal" state={one.state} />}
            help={wordFor('appealHelp', one.state)}
            actions={<Moves one={one} />}
          />
          <div class="evaluation">
            {one.state === 'accepted' &&
              one.way === 'opinion' &&
              role === 'office' &&
              one.opinion?.state !== 'submitted' && <Callout kind="info">{t('appeals.opinionWaits')}</Callout>}
            <Facts one={one} />
            <AppealEvidence one={one} />
            {one.actions.includes('settle') && <SettleAppeal key={one.version} one={one} />}
            <Answer one={one} />
            <HistoryCard group="appeal" query={history} />
          </div>
        </>
      )}
    </QueryView>
  )
}
