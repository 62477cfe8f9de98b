// Particles over the lit picture: premultiplied colour; what glows adds its light and covers nothing.
in vec2 across;
in float view_depth;
flat in float thickness;
flat in float shape;
flat in float fate;
flat in vec4 paint;
flat in vec3 from_above;
flat in vec3 sun_side;
flat in vec3 sun_light;
out vec4 color;
uniform sampler2D depth_map;
void main() {
    int k = int(shape + 0.5);
    float r2 = dot(across, across);
    float behind = texture(depth_map, gl_FragCoord.xy * screen.zw).r - view_depth;
    float cover = 0.0;
    vec3 light = from_above + sun_light * (0.55 + 0.25 * max(sun_side.y, 0.0));
    vec3 glow = vec3(0.0);
    float soft = clamp(behind / thickness, 0.0, 1.0);
    if (k == 0 || k == 1 || k == 5) {
        // A puff: thick in the middle, eaten away at its rim, lit from the sun's side.
        vec2 q = across * 1.4 + fate * 61.0;
        float eaten = value_noise(q * 1.3) * 0.6 + value_noise(q * 3.1 + 7.0) * 0.4;
        float body = clamp(1.0 - r2, 0.0, 1.0);
        cover = smoothstep(0.05, 0.85, body * (0.45 + 0.95 * eaten)) * paint.a * soft;
        vec3 n = vec3(across, sqrt(body));
        float toward = dot(n, sun_side) * 0.5 + 0.5;
        light = from_above * (0.75 + 0.25 * across.y) + sun_light * (0.25 + 0.9 * toward * toward);
    } else if (k == 2) {
        cover = (1.0 - across.x * across.x) * (1.0 - across.y * across.y) * paint.a;
        glow = paint.rgb * cover * 3.2;
        cover = 0.0;
    } else if (k == 3) {
        cover = (1.0 - across.x * across.x) * (1.0 - pow(abs(across.y), 3.0)) * paint.a * 0.75;
        light = from_above * 1.2 + sun_light * 0.5;
    } else if (k == 4) {
        cover = smoothstep(1.0, 0.3, r2) * paint.a;
        light = from_above + sun_light * 0.8;
    } else if (k == 6) {
        float half_width = 0.9 * sqrt(max(1.0 - across.y * across.y, 0.0)) * (1.0 - 0.35 * across.y);
        cover = step(abs(across.x), half_width) * paint.a;
        light *= 0.85 + 0.3 * step(abs(across.x), 0.06);
    } else if (k == 7) {
        float rim = smoothstep(0.55, 0.95, r2) * smoothstep(1.0, 0.96, r2);
        vec2 shine = across - normalize(sun_side.xy + vec2(1e-3, 0.3)) * 0.55;
        cover = (0.03 * step(r2, 1.0) + 0.16 * rim) * paint.a;
        glow = (light * rim * 0.22 + (sun_light + from_above) * 1.4 * smoothstep(0.045, 0.0, dot(shine, shine))) * paint.a;
    } else {
        // A tongue: wide below, pointed above, eaten from its rim.
        float rise = across.y * 0.5 + 0.5;
        float lick = value_noise(vec2(across.x * 1.7 + fate * 31.0, across.y * 1.5 - eye.w * 3.0 + fate * 17.0));
        float width = mix(0.95, 0.12, rise * rise) * (0.55 + 0.7 * lick) * sqrt(clamp(rise * 5.0, 0.0, 1.0));
        cover = smoothstep(width, width * 0.25, abs(across.x)) * smoothstep(1.0, 0.5, rise) * smoothstep(0.0, 0.2, rise) * paint.a * soft;
        glow = paint.rgb * cover * mix(1.2, 0.6, rise);
        cover *= 0.08;
    }
    float fog = 1.0 - exp(-fog_color.w * max(view_depth - 4.0, 0.0) * 0.8);
    vec3 lit = mix(paint.rgb * light, fog_color.rgb, fog * (1.0 - tone.y)) * cover + glow * (1.0 - fog);
    color = vec4(min(lit, 60.0), cover);
}
