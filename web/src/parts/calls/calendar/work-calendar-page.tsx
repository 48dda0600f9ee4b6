import '../design/calls.css'
import { useState } from 'preact/hooks'
import type { OutputOf } from '../../../call.ts'
import { QueryView } from '../../../frame/query-view.tsx'
import { useNow } from '../../../frame/use-now.ts'
import { useActing } from '../../../session.ts'
import { Button } from '../../../ui/button.tsx'
import { Callout } from '../../../ui/callout.tsx'
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { Tag } from '../../../ui/tag.tsx'
import { showToast } from '../../../ui/toast.tsx'
import { useQuery } from '../../../use-query.ts'
import { useSend } from '../../../use-send.ts'
import { formatDate } from '../../../words/format.ts'
import { t } from '../../../words/words.ts'
import type { CalendarValue, CalendarYear } from './calendar-year.ts'
import { ImportWorkCalendar } from './import-work-calendar.tsx'
import { YearGrid } from './year-grid.tsx'

type Setting = OutputOf<'readSetting'>

/** The bureau's own years, and those that ship and are not replaced by them. */
function yearsOf(setting: Setting) {
  const own = (setting.value as CalendarValue | null)?.years ?? {}
  const shipped = (setting.sample as CalendarValue).years
  return Object.entries({ ...shipped, ...own })
    .map(([year, value]) => ({ year: Number(year), value, own: year in own }))
    .sort((a, b) => b.year - a.year)
}

/** The year that should be there by now and is not: this one, and from November the next. */
function missingYear(known: readonly number[], today: string): number | null {
  const year = Number(today.slice(0, 4))
  if (!known.includes(year)) return year
  return Number(today.slice(5, 7)) >= 11 && !known.includes(year + 1) ? year + 1 : null
}

function Calendar({ setting }: { setting: Setting }) {
  const { district } = useActing()
  const today = formatDate(useNow())
  const { send, busy, problem } = useSend('putSetting')
  const [shown, setShown] = useState<number | null>(null)
  const [removing, setRemoving] = useState<number | null>(null)
  const rows = yearsOf(setting)
  const known = rows.map(({ year }) => year)
  const missing = missingYear(known, today)
  const own = Object.fromEntries(rows.filter((row) => row.own).map(({ year, value }) => [year, value]))
  const mayEdit = setting.actions.includes('edit')
  const open = rows.find(({ year }) => year === shown)
  async function put(years: Record<string, CalendarYear>) {
    const value = Object.keys(years).length > 0 ? { years } : null
    const input = { params: { district, key: 'work-calendar' }, body: { value }, ifMatch: setting.version }
    return (await send(input)).ok
  }
  async function save(year: number, value: CalendarYear) {
    const stored = await put({ ...own, [year]: value })
    if (stored) showToast({ kind: 'success', text: t('publicity.saved', { year }) })
    return stored
  }
  return (
    <div class="stack">
      {missing !== null && (
        <Callout kind="warning" title={t('publicity.missing', { year: missing })}>
          {t('publicity.missingHelp')}
        </Callout>
      )}
      {problem && (
        <Callout kind="error" title={problem.title}>
          {[problem.detail, ...Object.values(problem.fields)].join(' ')}
        </Callout>
      )}
      <section class="card stack">
        <h2>{t('publicity.years')}</h2>
        <DataTable
          caption={t('publicity.years')}
          rows={rows}
          rowKey={({ year }) => String(year)}
          columns={[
            {
              key: 'year',
              title: t('publicity.year'),
              render: ({ year }) => t('publicity.yearValue', { year }),
              card: 'title',
              nowrap: true,
            },
            {
              key: 'own',
              title: t('publicity.source'),
              render: (row) => (
                <>
                  <Tag tone={row.own ? 'blue' : 'neutral'}>
                    {row.own ? t('publicity.imported') : t('publicity.shipped')}
                  </Tag>{' '}
                  {row.value.source}
                </>
              ),
            },
            {
              key: 'off',
              title: t('publicity.daysOff'),
              render: ({ value }) => t('publicity.dayCount', { n: value.holidays.length }),
              align: 'right',
              nowrap: true,
            },
            {
              key: 'worked',
              title: t('publicity.daysWorked'),
              render: ({ value }) => t('publicity.dayCount', { n: value.makeUpDays.length }),
              align: 'right',
              nowrap: true,
            },
            {
              key: 'actions',
              title: t('ui.actions'),
              card: 'bare',
              nowrap: true,
              render: (row) => (
                <span class="row">
                  <Button kind="text" size="small" onClick={() => setShown(shown === row.year ? null : row.year)}>
                    {t('publicity.showYear')}
                  </Button>
                  {row.own && mayEdit && (
                    <Button kind="text" size="small" onClick={() => setRemoving(row.year)}>
                      {t('publicity.removeYear')}
                    </Button>
                  )}
                </span>
              ),
            },
          ]}
        />
        {open && (
          <>
            <h3>{t('publicity.yearValue', { year: open.year })}</h3>
            <YearGrid year={open.year} value={open.value} />
          </>
        )}
      </section>
      {mayEdit && <ImportWorkCalendar known={known} busy={busy} onSave={save} />}
      <ConfirmDialog
        open={removing !== null}
        title={t('publicity.removeYear')}
        message={t('publicity.removeHelp', { year: removing ?? '' })}
        danger
        busy={busy}
        onConfirm={() => {
          const { [String(removing)]: _, ...rest } = own
          void put(rest).then(() => setRemoving(null))
        }}
        onClose={() => setRemoving(null)}
      />
    </div>
  )
}

/** 工作日历: the years by which terms are counted, and how the next one comes in. */
export function WorkCalendarPage() {
  const { district } = useActing()
  const query = useQuery('readSetting', { params: { district, key: 'work-calendar' } })
  return (
    <>
      <PageHead
        title={t('publicity.calendar')}
        help={t('publicity.calendarHelp')}
        crumbs={[
          { label: t('shell.workbench'), href: '/' },
          { label: t('menu.settings'), href: '/settings' },
          { label: t('publicity.calendar') },
        ]}
      />
      <QueryView query={query} skeleton="table">
        {(setting) => <Calendar setting={setting} />}
      </QueryView>
    </>
  )
}
