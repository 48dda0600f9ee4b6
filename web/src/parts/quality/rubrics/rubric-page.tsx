import './rubrics.css'
import { useLocation, useRoute } from 'preact-iso'
import { addressOf, call, type OutputOf } from '../../../call.ts'
import { inWeChat } from '../../../frame/download.ts'
import { HistoryCard } from '../../../frame/history-card.tsx'
import { MoveButtons } from '../../../frame/move-buttons.tsx'
import { QueryView } from '../../../frame/query-view.tsx'
import { saveAnswer } from '../../../frame/save-answer.ts'
import { useActing } from '../../../session.ts'
import { Button } from '../../../ui/button.tsx'
import { Callout } from '../../../ui/callout.tsx'
import { Menu } from '../../../ui/menu.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { StateTag } from '../../../ui/state-tag.tsx'
import { Tag } from '../../../ui/tag.tsx'
import { showToast } from '../../../ui/toast.tsx'
import { useQuery } from '../../../use-query.ts'
import { t, wordFor } from '../../../words/words.ts'
import { RubricVersions } from './rubric-versions.tsx'
import { RubricView } from './rubric-view.tsx'

type Whole = OutputOf<'readRubric'>

function ExportRubric({ id }: { id: string }) {
  const { district } = useActing()
  const closed = inWeChat()
  async function save(as: 'xlsx' | 'json') {
    const problem = await saveAnswer(addressOf('readRubricFile', { district, id }, { as }))
    if (problem) showToast({ kind: 'error', text: `${problem.title}。${problem.detail}` })
  }
  const item = (as: 'xlsx' | 'json', label: string, help: string) => ({
    key: as,
    label,
    help: closed ? t('shell.wechat') : help,
    disabled: closed,
    onPick: () => void save(as),
  })
  return (
    <Menu
      end
      icon="download"
      label={t('frame.export')}
      items={[
        item('xlsx', t('rubrics.exportXlsx'), t('rubrics.exportXlsxHelp')),
        item('json', t('rubrics.exportJson'), t('rubrics.exportJsonHelp')),
      ]}
    />
  )
}

function Moves({ rubric }: { rubric: Whole }) {
  const { district } = useActing()
  const { route } = useLocation()
  const { id, version, actions, state, versions } = rubric
  const params = { district, id }
  const next = Math.max(...versions.map(({ no }) => no)) + 1
  return (
    <MoveButtons
      offered={actions}
      moves={[
        {
          action: 'retire',
          label: state === 'draft' ? t('rubrics.discard') : t('quality.retire'),
          message: state === 'draft' ? t('rubrics.discardHelp') : t('quality.retireHelp'),
          note: 'optional',
          send: (note) => call('retireRubric', { params, body: { note }, ifMatch: version }),
        },
        {
          action: 'next-version',
          label: t('rubrics.nextVersion'),
          message: t('rubrics.nextVersionHelp', { n: next }),
          note: 'optional',
          send: (note) => call('nextRubricVersion', { params, body: { note } }),
        },
        {
          action: 'publish',
          label: t('quality.publish'),
          message: t('quality.publishHelp'),
          note: 'optional',
          kind: 'primary',
          send: (note) => call('publishRubric', { params, body: { note }, ifMatch: version }),
        },
      ]}
      onDone={({ action }, answer) => {
        if (action === 'next-version') route(`/rubrics/${(answer as { id: string }).id}/edit`)
      }}
    />
  )
}

export function RubricPage() {
  const { district } = useActing()
  const id = useRoute().params['id'] ?? ''
  const params = { district, id }
  const query = useQuery('readRubric', { params })
  const history = useQuery('rubricHistory', { params })
  return (
    <QueryView query={query}>
      {(rubric) => {
        const { title, no, state, purpose, actions, body, problems } = rubric
        const name = title || t('rubrics.untitled')
        return (
          <>
            <PageHead
              title={name}
              crumbs={[
                { label: t('shell.workbench'), href: '/' },
                { label: t('menu.rubrics'), href: '/rubrics' },
                { label: name },
              ]}
              tags={
                <>
                  <StateTag group="rubric" state={state} />
                  <Tag>{t('rubrics.nth', { n: no })}</Tag>
                  <Tag>{wordFor('purpose', purpose)}</Tag>
                </>
              }
              actions={
                <>
                  <ExportRubric id={id} />
                  <Button icon="print" onClick={() => print()}>
                    {t('ui.print')}
                  </Button>
                  {actions.includes('edit') && <Button href={`/rubrics/${id}/edit`}>{t('frame.edit')}</Button>}
                  <Moves rubric={rubric} />
                </>
              }
            />
            {problems.length > 0 && (
              <Callout
                kind="warning"
                title={t('rubrics.problemsOnPage', { n: problems.length })}
                actions={
                  actions.includes('edit') && (
                    <Button size="small" href={`/rubrics/${id}/edit`}>
                      {t('frame.edit')}
                    </Button>
                  )
                }
              >
                <ul>
                  {problems.map(({ pointer, problem, place, detail }) => (
                    <li key={`${pointer} ${problem}`}>
                      <b>{place}</b>：{detail}
                    </li>
                  ))}
                </ul>
              </Callout>
            )}
            <RubricView rubric={body} />
            <RubricVersions rubric={rubric} />
            <HistoryCard group="rubric" query={history} />
          </>
        )
      }}
    </QueryView>
  )
}
