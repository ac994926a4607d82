import { html } from '../ui.js';

/** @param {{ k: number }} props pixels a metre */
export function ScaleBar({ k }) {
  const most = 110 / k;
  const unit = 10 ** Math.floor(Math.log10(most));
  const metres = [5, 2, 1].map(one => one * unit).find(one => one <= most) ?? unit;
  return html`<div class="map-box scale-bar">${metres >= 1000 ? `${metres / 1000} km` : `${metres} m`}<i style=${{ width: `${metres * k}px` }}></i></div>`;
}
