import '../quality.css'
import './panels.css'
import { useState } from 'preact/hooks'
import { useRoute } from 'preact-iso'
import { call, type OutputOf } from '../../../call.ts'
import { MoveButtons } from '../../../frame/move-buttons.tsx'
import { QueryView } from '../../../frame/query-view.tsx'
import { lazyPage } from '../../../lazy-page.tsx'
import { useActing } from '../../../session.ts'
import { Button } from '../../../ui/button.tsx'
import { DescriptionList } from '../../../ui/description-list.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { ProgressBar } from '../../../ui/progress-bar.tsx'
import { StateTag } from '../../../ui/state-tag.tsx'
import { Tabs } from '../../../ui/tabs.tsx'
import { useQuery } from '../../../use-query.ts'
import { formatInstant } from '../../../words/format.ts'
import { t, wordFor } from '../../../words/words.ts'
import { PanelDue } from './panel-due.tsx'
import { PanelProgress } from './panel-progress.tsx'
import { PanelSheetLinks } from './panel-sheet-links.tsx'

export type Panel = OutputOf<'readPanel'>

// each tab's code arrives when the tab is opened
const PanelDraw = lazyPage<{ panel: Panel }>(() => import('./panel-draw.tsx').then((m) => m.PanelDraw))
const PanelOpen = lazyPage<{ panel: Panel; mayWrite: boolean }>(() =>
  import('./panel-open.tsx').then((m) => m.PanelOpen),
)
const PanelResult = lazyPage<{ panel: Panel }>(() => import('../rankings/panel-result.tsx').then((m) => m.PanelResult))
const PanelSeats = lazyPage<{ panel: Panel; mayWrite: boolean }>(() =>
  import('./panel-seats.tsx').then((m) => m.PanelSeats),
)

function Body({ panel, callTitle }: { panel: Panel; callTitle: string }) {
  const { district } = useActing()
  const [shown, setShown] = useState(panel.result ? 'result' : 'progress')
  const params = { district, id: panel.id }
  const rubric = useQuery('readRubric', { params: { district, id: panel.rubricId } })
  const mayWrite = panel.actions.includes('arrange')
  const { sheetsIn, sheetsTotal } = panel
  const progress = t('quality.sheetsIn', { n: sheetsIn, total: sheetsTotal })
  return (
    <>
      <PageHead
        title={callTitle}
        crumbs={[
          { label: t('shell.workbench'), href: '/' },
          { label: t('menu.panels'), href: '/panels' },
          { label: callTitle },
        ]}
        tags={<StateTag group="panel" state={panel.state} />}
        actions={
          <>
            <PanelSheetLinks panel={panel} />
            <Button icon="check" href={`/panels/${panel.id}/conflicts`}>
              {t('quality.recheckConflicts')}
            </Button>
            <Button icon="print" onClick={() => print()}>
              {t('ui.print')}
            </Button>
            <MoveButtons
              offered={panel.actions}
              onDone={() => setShown('result')}
              moves={[
                {
                  action: 'conclude',
                  label: t('quality.conclude'),
                  message: t('quality.concludeHelp'),
                  note: 'optional',
                  kind: 'primary',
                  send: (note) => call('concludePanel', { params, body: { note }, ifMatch: panel.version }),
                },
              ]}
            />
          </>
        }
      />
      <section class="card">
        <DescriptionList
          items={[
            { label: t('quality.call'), value: <a href={`/calls/${panel.callId}`}>{callTitle}</a> },
            {
              label: t('menu.rubrics'),
              value: <a href={`/rubrics/${panel.rubricId}`}>{rubric.data?.title ?? t('frame.view')}</a>,
            },
            { label: t('quality.method'), value: wordFor('method', panel.method) },
            { label: t('quality.expertsEach'), value: `${panel.size} ${t('quality.persons')}` },
            { label: t('quality.formedAt'), value: formatInstant(panel.createdAt) },
            { label: t('panels.dueOn'), value: <PanelDue panel={panel} /> },
            {
              label: t('quality.progress'),
              value: (
                <ProgressBar
                  value={sheetsIn}
                  max={sheetsTotal}
                  tone={sheetsIn >= sheetsTotal ? 'done' : 'normal'}
                  label={progress}
                />
              ),
              wide: true,
            },
          ]}
        />
      </section>
      <section class="card">
        <Tabs
          name={callTitle}
          current={shown}
          onChange={setShown}
          tabs={[
            { key: 'progress', title: t('panels.tabProgress') },
            { key: 'seats', title: t('panels.tabSeats') },
            {
              key: 'open',
              title: panel.gapsOpen > 0 ? `${t('panels.tabOpen')}（${panel.gapsOpen}）` : t('panels.tabOpen'),
            },
            { key: 'draw', title: t('panels.tabDraw') },
            { key: 'result', title: t('quality.result') },
          ]}
        >
          {shown === 'progress' && <PanelProgress panel={panel} mayWrite={mayWrite} />}
          {shown === 'seats' && <PanelSeats panel={panel} mayWrite={mayWrite} />}
          {shown === 'open' && <PanelOpen panel={panel} mayWrite={mayWrite} />}
          {shown === 'draw' && <PanelDraw panel={panel} />}
          {shown === 'result' && <PanelResult panel={panel} />}
        </Tabs>
      </section>
    </>
  )
}

export function PanelPage() {
  const { district } = useActing()
  const id = useRoute().params['id'] ?? ''
  const query = useQuery('readPanel', { params: { district, id } })
  const callId = query.data?.callId
  const one = useQuery('readCall', callId === undefined ? null : { params: { district, id: callId } })
  return (
    <QueryView query={query}>
      {(panel) => <Body panel={panel} callTitle={one.data?.title ?? t('quality.panel')} />}
    </QueryView>
  )
}
