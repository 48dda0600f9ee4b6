import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import type { Answer } from '../call.ts'
import type { ProblemError } from '../problem.ts'
import { refreshAll } from '../query-store.ts'
import { Button } from '../ui/button.tsx'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { showToast } from '../ui/toast.tsx'
import { t, wordFor } from '../words/words.ts'

/** How a screen makes one of the moves that the API may offer. */
export interface Move {
  action: string
  /** Word of the button; the action's own when left out. */
  label?: string | undefined
  message: ComponentChildren
  /** What the contract asks: a reason, perhaps a remark, or nothing. */
  note: 'required' | 'optional' | 'none'
  kind?: 'normal' | 'primary' | 'danger' | undefined
  /** Undefined note means none was written. */
  send: (note: string | undefined) => Promise<Answer<unknown>>
}

interface MoveButtonsProps {
  /** `actions` of the item. */
  offered: readonly string[]
  moves: readonly Move[]
  size?: 'normal' | 'small' | undefined
  /** In the rows of a table: no frames, so that a page of buttons stays calm. */
  quiet?: boolean | undefined
  onDone?: ((move: Move, answer: unknown) => void) | undefined
}

function refusalText(problem: ProblemError): string {
  const fields = Object.values(problem.fields)
  return [problem.title, problem.detail, ...fields].filter(Boolean).join('　')
}

/** Buttons for those moves that the API offers now, each with its question before it is made. */
export function MoveButtons({ offered, moves, size, quiet, onDone }: MoveButtonsProps) {
  const [asking, setAsking] = useState<Move | null>(null)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<string | undefined>(undefined)
  const open = moves.find((move) => move.action === asking?.action)
  async function confirm(note: string) {
    if (!open) return
    setBusy(true)
    const answer = await open.send(note === '' ? undefined : note)
    setBusy(false)
    if (!answer.ok) {
      setError(refusalText(answer.problem))
      if (answer.problem.code === 'version-stale') refreshAll()
      return
    }
    setAsking(null)
    showToast({ kind: 'success', text: t('frame.done', { action: open.label ?? wordFor('action', open.action) }) })
    refreshAll()
    onDone?.(open, answer.body)
  }
  return (
    <>
      {moves
        .filter((move) => offered.includes(move.action))
        .map((move) => (
          <Button
            key={move.action}
            kind={quiet ? 'text' : move.kind}
            size={size}
            onClick={() => {
              setError(undefined)
              setAsking(move)
            }}
          >
            {move.label ?? wordFor('action', move.action)}
          </Button>
        ))}
      <ConfirmDialog
        open={open !== undefined}
        title={open ? (open.label ?? wordFor('action', open.action)) : ''}
        message={open?.message ?? ''}
        confirmLabel={open ? (open.label ?? wordFor('action', open.action)) : undefined}
        danger={open?.kind === 'danger'}
        note={
          open === undefined || open.note === 'none'
            ? undefined
            : {
                label: open.note === 'required' ? t('frame.reason') : t('frame.remark'),
                required: open.note === 'required',
                maxLength: 2000,
              }
        }
        busy={busy}
        error={error}
        onConfirm={(note) => void confirm(note)}
        onClose={() => setAsking(null)}
      />
    </>
  )
}
