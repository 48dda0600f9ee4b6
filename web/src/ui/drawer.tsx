import { Dialog, type DialogProps } from './dialog.tsx'

export interface DrawerProps extends Omit<DialogProps, 'shape' | 'size'> {
  side?: 'right' | 'left' | undefined
}

/** A dialog over the whole height at one side: details beside the list they belong to. */
export function Drawer({ side = 'right', ...rest }: DrawerProps) {
  return <Dialog {...rest} shape={side === 'left' ? 'drawer drawer-left' : 'drawer'} />
}
