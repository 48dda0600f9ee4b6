import { useEffect } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { useActing } from '../../session.ts'
import { Skeleton } from '../../ui/skeleton.tsx'

/** Where a task about a guest leads: the teacher to their own trainings, all others to the offers. */
export function GuestPage() {
  const { role } = useActing()
  const { route } = useLocation()
  useEffect(() => route(role === 'teacher' ? '/my-training' : '/offers', true), [role])
  return <Skeleton rows={3} />
}
