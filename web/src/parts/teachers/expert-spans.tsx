import type { ComponentChildren } from 'preact'
import { choicesOf, oneOf } from '../../frame/choices.ts'
import { Button } from '../../ui/button.tsx'
import { Combobox } from '../../ui/combobox.tsx'
import { DateInput } from '../../ui/date-input.tsx'
import { type Choice, Select } from '../../ui/select.tsx'
import { TextInput } from '../../ui/text-input.tsx'
import { t } from '../../words/words.ts'

const tieKinds = ['kin', 'mentor', 'coworker'] as const

/** A school left behind. */
export type Past = { school: Choice | null; until: string }
/** A unit in time; empty days are open. */
export type Unit = { unitId: string | null; name: string; title: string; since: string; until: string }
export type Tie = { name: string; kind: (typeof tieKinds)[number]; since: string; until: string }
export type Pause = { from: string; to: string; reason: string }

interface Rows<Row> {
  rows: readonly Row[]
  onChange: (rows: readonly Row[]) => void
}

interface SpanListProps<Row> extends Rows<Row> {
  fresh: Row
  add: string
  render: (row: Row, change: (more: Partial<Row>) => void) => ComponentChildren
}

/** Rows of small fields, each with its button to take it away. */
function SpanList<Row>({ rows, onChange, fresh, add, render }: SpanListProps<Row>) {
  return (
    <div class="stack">
      {rows.map((row, at) => (
        <div class="row" key={at}>
          {render(row, (more) => onChange(rows.map((one, i) => (i === at ? { ...one, ...more } : one))))}
          <Button
            kind="text"
            icon="close"
            title={t('ui.removeRow', { n: at + 1 })}
            onClick={() => onChange(rows.filter((_, i) => i !== at))}
          />
        </div>
      ))}
      <div>
        <Button size="small" icon="plus" onClick={() => onChange([...rows, fresh])}>
          {add}
        </Button>
      </div>
    </div>
  )
}

export function PastRows({ load, ...rows }: Rows<Past> & { load: (query: string) => Promise<readonly Choice[]> }) {
  return (
    <SpanList
      {...rows}
      fresh={{ school: null, until: '' }}
      add={t('teachers.addPast')}
      render={(row, change) => (
        <>
          <Combobox
            aria-label={t('menu.schools')}
            value={row.school}
            onChange={(school) => change({ school })}
            load={load}
          />
          <DateInput aria-label={t('teachers.until')} value={row.until} onChange={(until) => change({ until })} />
        </>
      )}
    />
  )
}

export function UnitRows(rows: Rows<Unit>) {
  return (
    <SpanList
      {...rows}
      fresh={{ unitId: null, name: '', title: '', since: '', until: '' }}
      add={t('experts.addUnit')}
      render={(row, change) => (
        <>
          <TextInput
            aria-label={t('experts.unitName')}
            placeholder={t('experts.unitName')}
            value={row.name}
            readOnly={row.unitId !== null}
            onChange={(name) => change({ name })}
            maxLength={60}
          />
          <TextInput
            aria-label={t('experts.post')}
            placeholder={t('experts.post')}
            value={row.title}
            onChange={(title) => change({ title })}
            maxLength={40}
          />
          <DateInput aria-label={t('experts.since')} value={row.since} onChange={(since) => change({ since })} />
          <DateInput aria-label={t('experts.until')} value={row.until} onChange={(until) => change({ until })} />
        </>
      )}
    />
  )
}

export function TieRows(rows: Rows<Tie>) {
  return (
    <SpanList
      {...rows}
      fresh={{ name: '', kind: 'kin', since: '', until: '' }}
      add={t('teachers.addTie')}
      render={(row, change) => (
        <>
          <TextInput
            aria-label={t('frame.person')}
            placeholder={t('frame.person')}
            value={row.name}
            onChange={(name) => change({ name })}
            maxLength={40}
          />
          <Select
            aria-label={t('teachers.tie')}
            value={row.kind}
            onChange={(kind) => change({ kind: oneOf(tieKinds, kind) })}
            options={choicesOf('tie', tieKinds)}
            placeholder={null}
          />
          {row.kind === 'coworker' && (
            <>
              <DateInput aria-label={t('experts.since')} value={row.since} onChange={(since) => change({ since })} />
              <DateInput aria-label={t('experts.until')} value={row.until} onChange={(until) => change({ until })} />
            </>
          )}
        </>
      )}
    />
  )
}

export function PauseRows(rows: Rows<Pause>) {
  return (
    <SpanList
      {...rows}
      fresh={{ from: '', to: '', reason: '' }}
      add={t('experts.addPause')}
      render={(row, change) => (
        <>
          <DateInput aria-label={t('experts.from')} value={row.from} onChange={(from) => change({ from })} />
          <DateInput aria-label={t('experts.to')} value={row.to} onChange={(to) => change({ to })} />
          <TextInput
            aria-label={t('frame.reason')}
            placeholder={t('frame.reason')}
            value={row.reason}
            onChange={(reason) => change({ reason })}
            maxLength={100}
          />
        </>
      )}
    />
  )
}
