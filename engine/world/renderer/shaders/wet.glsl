// Rain on things: darker and glossier; puddles on level, sealed ground; rings where drops fall.
float ring_share(vec3 world, float depth, float level, out vec2 from_drop) {
    vec2 ring_uv = world.xz * 3.4, ring_cell = floor(ring_uv);
    float beat = eye.w * 2.1 + hash1(ring_cell);
    from_drop = ring_uv - ring_cell - 0.25 - 0.5 * hash2(ring_cell + floor(beat) * 1.7);
    float ring_r = length(from_drop), age = fract(beat);
    float ring = exp(-abs(ring_r - age * 0.34) * 34.0) * (1.0 - age) * step(hash1(ring_cell + floor(beat)), 0.2 + 0.75 * weather.x);
    return ring * weather.x * level * clamp(1.4 - depth * 0.09, 0.0, 1.0);
}
// Gives the ring's brightness back; puddle: 1 where water stands.
float soaked(inout Skin s, vec3 world, float depth, out float puddle) {
    float wet = sun_color.w, level = smoothstep(0.75, 0.97, s.n.y) * (1.0 - tone.y);
    float pool = value_noise(world.xz * 0.55) * 0.6 + value_noise(world.xz * 1.7 + 9.0) * 0.4;
    float sealed = smoothstep(0.905, 0.875, s.roughness);   // grass, gravel and sand drink the water
    puddle = level * sealed * smoothstep(0.80 - 0.32 * wet, 0.90 - 0.32 * wet, pool);
    float soak = wet * mix(0.35, 1.0, level) * mix(0.55, 1.0, sealed);
    s.albedo *= 1.0 - 0.45 * soak * (1.0 - s.metal);
    s.roughness = mix(s.roughness, min(s.roughness, 0.32), soak * 0.85 * sealed);
    s.roughness = mix(s.roughness, 0.05, puddle);
    s.n = normalize(mix(s.n, vec3(0.0, 1.0, 0.0), puddle * 0.94));
    vec2 from_drop;
    float ring = ring_share(world, depth, level, from_drop);
    s.n = normalize(s.n + vec3(from_drop.x, 0.0, from_drop.y) * ring * 2.2);
    return ring;
}
