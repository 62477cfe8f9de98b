// Foliage on a solid: overlapping leaf-sized cells, darker between them, lighter at the top.
void pattern(inout Look look, Place at) {
    vec3 p = at.p / (at.scale * 0.35) + at.seed * 5.0;
    float big = value_noise3(p * 0.35), leaf = value_noise3(p * 1.6), fine = value_noise3(p * 3.7);
    float near = seen(at.scale * 0.16, at), middle = seen(at.scale * 0.5, at);
    float depth = mix(0.5, 0.6 * leaf + 0.4 * fine, near);
    vec3 color = mix(at.color, at.color2, clamp(0.2 + 0.9 * (big - 0.35) + 0.35 * (fine - 0.5) * near, 0.0, 1.0));
    look.color = color * mix(0.85, 0.35 + 1.15 * smoothstep(0.2, 0.75, depth), middle);
    look.color *= 0.82 + 0.22 * at.box.y;
    look.roughness = 0.8;
    look.height = middle * at.scale * 0.16 * big + near * at.scale * 0.12 * depth;
}
