import './form-rows.css'
import type { ComponentChildren } from 'preact'

interface ScrollRegionProps {
  /** Names the region for those who hear the page. */
  name: string
  children: ComponentChildren
}

/** A table that may be wider than the page: what scrolls must be reachable by keyboard. */
export function ScrollRegion({ name, children }: ScrollRegionProps) {
  return (
    <div class="form-rows-scroll" {...{ tabIndex: 0, role: 'region' as const, 'aria-label': name }}>
      {children}
    </div>
  )
}
