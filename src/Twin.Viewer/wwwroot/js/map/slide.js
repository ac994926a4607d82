/**
 * Shifts a picture and draws what comes into view at its rims.
 * @param {Canvas2D} ctx @param {Camera} camera @param {number} dx @param {number} dy @param {(box: [number, number, number, number]) => void} draw @param {number} ratio
 */
export function slide(ctx, camera, dx, dy, draw, ratio) {
  const { width, height } = camera;
  ctx.save();
  ctx.globalCompositeOperation = 'copy';
  ctx.setTransform(1, 0, 0, 1, 0, 0);
  ctx.drawImage(ctx.canvas, dx * ratio, dy * ratio);
  ctx.restore();
  const strips = [
    dx > 0 ? [0, 0, dx, height] : [width + dx, 0, -dx, height],
    dy > 0 ? [0, 0, width, dy] : [0, height + dy, width, -dy],
  ];
  for (const [x, y, w, h] of strips) {
    if (w <= 0 || h <= 0) continue;
    ctx.save();
    ctx.beginPath();
    ctx.rect(x, y, w, h);
    ctx.clip();
    const [west, north] = camera.place(x, y);
    const [east, south] = camera.place(x + w, y + h);
    draw([west, south, east, north]);
    ctx.restore();
  }
}
