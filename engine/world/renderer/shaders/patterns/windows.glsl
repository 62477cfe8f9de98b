// A facade: storeys of windows with frames and sills; by night some are lit.
void pattern(inout Look look, Place at) {
    vec2 uv = at.uv / at.scale;
    uv.y = (at.box.y + 1.0) * at.half_size.y / at.scale;
    float flat_roof = step(0.7, abs(at.n.y));
    vec2 cell = floor(uv), f = uv - cell;
    float pixel = at.grain / at.scale, soft = max(pixel, 0.006);
    vec2 q = abs(f - vec2(0.5, 0.54));
    float hole = (1.0 - smoothstep(0.24 - soft, 0.24 + soft, q.x)) * (1.0 - smoothstep(0.32 - soft, 0.32 + soft, q.y));
    float pane = (1.0 - smoothstep(0.205 - soft, 0.205 + soft, q.x)) * (1.0 - smoothstep(0.285 - soft, 0.285 + soft, q.y));
    pane *= smoothstep(0.012, 0.012 + soft * 2.0, q.x) * smoothstep(0.010, 0.010 + soft * 2.0, abs(f.y - 0.66));
    float sill = (1.0 - smoothstep(0.29 - soft, 0.29 + soft, q.x)) * (1.0 - smoothstep(0.02, 0.02 + soft, abs(f.y - 0.19)));
    float wall_only = 1.0 - flat_roof;
    hole *= wall_only; pane *= wall_only; sill *= wall_only;
    float chance = hash1(cell + floor(at.seed * 97.0) + 0.5);
    float night = clamp(1.8 - dot(sky_horizon.rgb, vec3(0.5)) * 5.4, 0.0, 1.0);
    float lit = step(0.58, chance) * night;
    float rough = fbm(at.uv * 1.7);
    look.color = at.color * (0.9 + 0.2 * rough) * (1.0 - 0.15 * smoothstep(0.9, 1.0, f.y) * wall_only);
    look.color = mix(look.color, at.color * 0.5 + 0.4, max(sill, hole) * 0.8);
    vec3 glass = at.color2 * (0.10 + 0.10 * chance) + vec3(0.01, 0.015, 0.02);
    vec3 warm = mix(vec3(1.0, 0.66, 0.30), vec3(1.0, 0.85, 0.60), hash1(cell + 3.5));
    float curtain = 0.65 + 0.35 * step(0.24 * hash1(cell + 9.0), q.x);
    look.color = mix(look.color, mix(glass, warm * curtain, lit), pane);
    look.roughness = mix(look.roughness, 0.08, pane * seen(at.scale * 0.4, at));
    look.emission += pane * lit * (0.4 + 0.8 * chance);
}
