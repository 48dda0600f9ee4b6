import { IMPORT_TEMPLATES } from '@shixun/contract/import-templates'
import { useRef, useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { addressOf, call } from '../../call.ts'
import { type ImportRead, ImportSource } from '../../frame/import-source.tsx'
import { lazyPage } from '../../lazy-page.tsx'
import type { ProblemError } from '../../problem.ts'
import { refreshAll } from '../../query-store.ts'
import { useActing } from '../../session.ts'
import { Button } from '../../ui/button.tsx'
import { Callout } from '../../ui/callout.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { ProgressBar } from '../../ui/progress-bar.tsx'
import { useQuery } from '../../use-query.ts'
import { t } from '../../words/words.ts'
import { RosterImportSteps } from './roster-import-steps.tsx'
import { fingerprintOfRows, type RosterImport, stageRows } from './stage-rows.ts'

const RosterImports = lazyPage(() => import('./roster-imports.tsx').then((m) => m.RosterImports))

const columns = IMPORT_TEMPLATES.teachers.columns

/** 导入教师: a table is read and checked row by row on the server; what was read stays when the page is closed. */
export function ImportTeachers() {
  const { district } = useActing()
  const { query, route } = useLocation()
  const wanted = query['resume']
  const earlier = useQuery('readRosterImport', wanted ? { params: { district, id: wanted } } : null)
  const [read, setRead] = useState<ImportRead | null>(null)
  const [now, setNow] = useState<RosterImport | null>(null)
  const [running, setRunning] = useState(false)
  const [problem, setProblem] = useState<Pick<ProblemError, 'title' | 'detail'> | null>(null)
  const pause = useRef(false)

  async function run(whole: ImportRead, begun: RosterImport) {
    pause.current = false
    setRunning(true)
    setProblem(null)
    const answer = await stageRows(district, begun, whole, setNow, () => pause.current)
    setRunning(false)
    refreshAll()
    if (!answer.ok) setProblem(answer.problem)
    else if (answer.body.state !== 'staging') route(`/teachers/imports/${answer.body.id}`)
  }
  async function begin(whole: ImportRead) {
    const fingerprint = await fingerprintOfRows(whole)
    if (earlier.data?.state === 'staging') {
      if (earlier.data.fingerprint !== fingerprint)
        return setProblem({ title: t('roster.otherFile'), detail: t('roster.otherFileHelp') })
      setRead(whole)
      setNow(earlier.data)
      return run(whole, earlier.data)
    }
    const fileName = whole.fileName ?? t('roster.pasted')
    const made = await call('createRosterImport', {
      params: { district },
      body: { fileName, fingerprint, total: whole.rows.length },
    })
    if (!made.ok) return setProblem(made.problem)
    setRead(whole)
    setNow(made.body)
    return run(whole, made.body)
  }
  const resumed = earlier.data?.state === 'staging' ? earlier.data : null
  return (
    <>
      <PageHead
        title={t('teachers.importTeachers')}
        crumbs={[
          { label: t('shell.workbench'), href: '/' },
          { label: t('menu.teachers'), href: '/teachers' },
          { label: t('teachers.importTeachers') },
        ]}
        help={t('roster.importHead')}
      />
      <div class="card stack">
        <RosterImportSteps at="read" />
        {problem && (
          <Callout kind="error" title={problem.title}>
            {problem.detail}
          </Callout>
        )}
        {read && now ? (
          <>
            <ProgressBar
              value={now.staged}
              max={now.total}
              label={t('roster.reading', { n: now.staged, total: now.total })}
            />
            {read.notes.map((note) => (
              <Callout key={note} kind="warning">
                {note}
              </Callout>
            ))}
            {!running && <Callout kind="warning">{problem ? t('roster.interrupted') : t('roster.paused')}</Callout>}
            <div class="row">
              {running ? (
                <Button
                  onClick={() => {
                    pause.current = true
                  }}
                >
                  {t('roster.pause')}
                </Button>
              ) : (
                <Button kind="primary" onClick={() => void run(read, now)}>
                  {t('roster.resume')}
                </Button>
              )}
            </div>
          </>
        ) : (
          <>
            {resumed && (
              <Callout
                kind="warning"
                actions={
                  <Button size="small" href="/teachers/import">
                    {t('roster.startAnew')}
                  </Button>
                }
              >
                {t('roster.resumeHead', { n: resumed.staged, total: resumed.total, name: resumed.fileName })}
              </Callout>
            )}
            <ImportSource
              columns={columns}
              template={{ href: addressOf('readTemplate', { kind: 'teachers' }), name: 'teachers.xlsx' }}
              backHref="/teachers"
              onRows={(whole) => void begin(whole)}
            />
          </>
        )}
      </div>
      {!read && <RosterImports />}
    </>
  )
}
