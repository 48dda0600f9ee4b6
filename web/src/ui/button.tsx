import './button.css'
import type { ComponentChildren } from 'preact'
import { t } from '../words/words.ts'
import { Icon, type IconName } from './icon.tsx'

export interface ButtonProps {
  children?: ComponentChildren
  kind?: 'normal' | 'primary' | 'text' | 'danger' | undefined
  size?: 'normal' | 'small' | undefined
  icon?: IconName | undefined
  /** Keeps the focus and refuses further clicks until the work is done. */
  busy?: boolean | undefined
  disabled?: boolean | undefined
  /** Why it is disabled, or what an icon alone means. */
  title?: string | undefined
  type?: 'button' | 'submit' | undefined
  onClick?: ((event: MouseEvent) => void) | undefined
  /** Makes it a link. */
  href?: string | undefined
  download?: boolean | string | undefined
  form?: string | undefined
}

/** The one button; a link when it has `href`. */
export function Button(props: ButtonProps) {
  const { kind = 'normal', size = 'normal', busy = false, title } = props
  const look = `button button-${kind}${size === 'small' ? ' button-small' : ''}`
  const label = props.children === undefined ? title : undefined
  const inside = (
    <>
      {busy ? <span class="spinner" aria-hidden="true" /> : props.icon && <Icon name={props.icon} />}
      {props.children}
      {busy && <span class="visually-hidden">{t('ui.busy')}</span>}
    </>
  )
  if (props.href !== undefined && !props.disabled) {
    return (
      <a
        class={look}
        href={props.href}
        title={title}
        aria-label={label}
        download={props.download}
        onClick={props.onClick}
      >
        {inside}
      </a>
    )
  }
  function click(event: MouseEvent) {
    if (busy) event.preventDefault()
    else props.onClick?.(event)
  }
  return (
    <button
      class={look}
      type={props.type ?? 'button'}
      disabled={props.disabled}
      aria-disabled={busy || undefined}
      aria-busy={busy || undefined}
      title={title}
      aria-label={label}
      form={props.form}
      onClick={click}
    >
      {inside}
    </button>
  )
}
