import { useEffect, useState } from 'preact/hooks'
import type { ProblemError } from '../../../problem.ts'
import { useActing } from '../../../session.ts'
import { focusFirstError } from '../../../ui/first-error.ts'
import { useSend } from '../../../use-send.ts'
import type { Application } from './application-moves.tsx'
import type { Draft } from './use-draft.ts'

interface Submission {
  busy: boolean
  refusal: ProblemError | undefined
  done: Application | null
  submit: () => Promise<void>
  /** What is corrected no longer counts as wrong; the next submission checks it again. */
  correct: (pointer: string) => void
}

/** Hands a draft in as it stands on the screen, and keeps what was refused at the fields until they are corrected. */
export function useSubmission(draft: Draft, onFieldsRefused: () => void): Submission {
  const { district } = useActing()
  const { send, busy } = useSend('submitApplication')
  const [refusal, setRefusal] = useState<ProblemError | undefined>(undefined)
  const [done, setDone] = useState<Application | null>(null)
  const [refused, setRefused] = useState(0)
  useEffect(() => {
    // once for every refusal: while errors are being corrected, the focus is the person's own
    if (refused > 0 && !focusFirstError()) window.scrollTo({ top: 0 })
  }, [refused])
  return {
    busy,
    refusal,
    done,
    async submit() {
      setRefusal(undefined)
      const before = draft.stored.formNo
      if (!(await draft.flush())) return
      const now = await draft.reread()
      // never over a form that the person has not seen
      if (now === null || now.formNo !== before) {
        onFieldsRefused()
        return
      }
      const params = { district, id: draft.stored.id }
      const answer = await send({ params, body: {}, ifMatch: now.version })
      if (answer.ok) {
        setDone(answer.body)
        return
      }
      if (Object.keys(answer.problem.fields).length > 0) onFieldsRefused()
      setRefusal(answer.problem)
      setRefused((n) => n + 1)
    },
    correct(pointer) {
      setRefusal((old) => {
        if (!old) return old
        const left = Object.entries(old.fields).filter(([key]) => key !== pointer && !key.startsWith(`${pointer}/`))
        return left.length === 0 && Object.keys(old.fields).length > 0
          ? undefined
          : { ...old, fields: Object.fromEntries(left) }
      })
    },
  }
}
